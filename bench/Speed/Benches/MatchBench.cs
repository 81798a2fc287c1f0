using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Speed.Skewed;
using Bailiwick.Territories;
using Bailiwick.Territories.Engine;

namespace Bailiwick.Speed.Benches;

/// <summary>Rows in memory through skewed plans, on one thread: by the index, by the diagram, one row alone; beside reading the same columns once.</summary>
internal sealed class MatchBench : IBench
{
    private const int Rows = 1_000_000;
    private const int Singles = 2_000;
    private static readonly DateOnly Day = new(2027, 1, 1);

    public string Name => "match";

    public string Title => "Accounts in columns of memory through skewed plans, one thread: classes and answers by the bitset index and by the diagram; and one record alone.";

    public void Run(BenchPlace place, BenchResults results)
    {
        ColumnTable table = Table(Rows);
        foreach (SkewedKind kind in (ReadOnlySpan<SkewedKind>)[SkewedKind.Whole, SkewedKind.Hostile])
        {
            foreach (int territories in (ReadOnlySpan<int>)[100, 1_000, 10_000])
            {
                Measure(place, results, table, (kind, territories));
            }
        }

        results.AddPeakMemory("at the end");
    }

    private static void Measure(BenchPlace place, BenchResults results, ColumnTable table, (SkewedKind Kind, int Territories) asked)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{asked.Kind.ToString().ToLowerInvariant()} {asked.Territories:#,0}");
        string file = Path.Combine(place.Kept, string.Create(CultureInfo.InvariantCulture, $"skewed-{asked.Kind}-{asked.Territories}"), "plan.yaml");
        if (!File.Exists(file))
        {
            SkewedPlans.Write(Path.GetDirectoryName(file)!, name, SkewedPlans.Make(asked.Kind, asked.Territories));
        }

        PlanDocument plan = PlanFile.Read(file).Plan ?? throw new InvalidOperationException(file);
        int[]? first = null;
        foreach (Way way in (ReadOnlySpan<Way>)[Way.Index, Way.Diagram])
        {
            PlanMatcher matcher = null!;
            PlanAnswers answers = null!;
            Took compile = Took.By(() => matcher = PlanMatcher.Compile(plan, null, new EngineOptions { Way = way }));
            Took cold = Took.By(() => answers = matcher.Assign(table, Day));
            int[] codes = [.. Enumerable.Range(0, Rows).Select(answers.Layers[0].TerritoryOf)];
            if (first is not null && !codes.AsSpan().SequenceEqual(first))
            {
                throw new InvalidOperationException($"{name}: the ways differ");
            }

            first = codes;
            Took[] runs = [.. Enumerable.Range(0, 15).Select(_ => Took.By(() => answers = matcher.Assign(table, Day)))];
            results.Add($"{name}, {way}", runs.MinBy(run => run.Processor), Rows, "rows", string.Create(CultureInfo.InvariantCulture, $"compiled in {compile.Elapsed.TotalSeconds:0.00} s, first run {cold.Elapsed.TotalSeconds:0.00} s; {Words(matcher.Engines[0])}"));
            if (way == Way.Index)
            {
                MarketRow[] rows = [.. Enumerable.Range(0, Singles).Select(row => AccountRow.Of(table, row * (Rows / Singles)))];
                Array.ForEach(rows, row => matcher.Assign(row, Day));
                Took single = Took.By(() => Array.ForEach(rows, row => matcher.Assign(row, Day)));
                results.Add($"{name}, one record", string.Create(CultureInfo.InvariantCulture, $"{single.Elapsed.TotalMicroseconds / Singles:0.0} µs"), "limit: 50 µs");
            }
        }
    }

    private static string Words(EngineState engine) => string.Create(
        CultureInfo.InvariantCulture,
        $"{engine.Boxes:#,0} boxes{(engine.IsWhole ? "" : ", some by conditions")}, index {engine.IndexBytes / 1e6:0.0} MB{(engine.DiagramBytes is { } bytes ? $", diagram {bytes / 1e6:0.0} MB" : "")}{(engine.DiagramLimit is { } limit ? $", no diagram: {limit}" : "")}");

    private static ColumnTable Table(int count)
    {
        var market = new SkewedAccounts();
        var table = new ColumnTableBuilder(Accounts.Table);
        for (long row = 1; row <= count; row++)
        {
            SkewedAccount account = market[row];
            table.Set(Accounts.Id, SkewedAccounts.IdOf(row));
            table.Set(Accounts.Country, SkewedPlaces.Countries[account.Country]);
            table.Set(Accounts.Subdivision, account.State);
            table.Set(Accounts.City, account.City);
            table.Set(Accounts.Postal, account.Postal < 0 ? null : SkewedAccounts.PostalOf(account.Postal));
            table.Set(Accounts.Industry, account.Industry);
            table.Set(Accounts.Employees, account.Employees < 0 ? IntegerValues.Unknown : account.Employees);
            table.Set(Accounts.Revenue, account.Revenue < 0 ? MoneyValues.Unknown : account.Revenue * Money.Scale);
            table.Set(Accounts.Type, account.IsConsumer ? "B2C" : "B2B");
            table.Set(Accounts.Tier, SkewedAccounts.Tiers[account.Tier]);
            table.SetCustom("main_product", SkewedAccounts.Products[account.Product]);
            table.EndRow();
        }

        return table.Build();
    }
}
