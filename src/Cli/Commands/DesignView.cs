using System.Globalization;
using Bailiwick.Alignment;
using Bailiwick.Measures;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary>What <c>design</c> says of its result.</summary>
internal static class DesignView
{
    public static object Of(DesignResult design, DesignRequest request, string plan) => new
    {
        plan,
        boundaries = request.Boundaries,
        areas = design.Areas,
        accounts = design.Accounts,
        unplaced = design.Unplaced,
        balanced = design.IsBalanced,
        contiguous = design.IsContiguous,
        toleranceShare = request.Tolerance.Value,
        territories = design.Territories.Select(territory => new
        {
            id = territory.Id.Value,
            name = territory.Name.English,
            chineseName = territory.Name.Chinese,
            areas = territory.Areas,
            accounts = territory.Accounts,
            customers = territory.Customers,
            revenue = territory.Revenue?.Amount,
            currency = territory.Revenue?.Currency.Code,
            balance = territory.Measures.Select(measure => new { measure = measure.Measure, value = measure.Value, target = measure.Target, deviationShare = measure.Deviation, within = measure.IsWithin }),
            contiguous = territory.IsContiguous,
            compactness = territory.Compactness,
            meanDistanceKilometres = territory.MeanDistance.Kilometres,
        }),
        links = design.Links.Select(link => new { from = link.From.English, to = link.To.English, kilometres = link.Distance.Kilometres, withinTerritory = link.IsWithinTerritory }),
        today = design.Today is not { } today ? null : new
        {
            territories = today.Territories,
            accounts = today.Accounts,
            stay = today.Stay,
            move = today.Accounts - today.Stay,
            before = new { smallest = today.SmallestBefore, largest = today.LargestBefore },
            after = new { smallest = today.SmallestAfter, largest = today.LargestAfter },
        },
        seed = request.Seed,
        iterations = design.Search?.Iterations,
        seconds = design.Search?.Elapsed.TotalSeconds,
        objective = AlignmentObjectives.NameOf(AlignmentObjective.MomentOfInertia),
        value = design.Search?.Value,
        lowerBoundAny = design.Search?.Bounds.Any,
        lowerBoundCentres = design.Search?.Bounds.Centres,
        gap = design.Search?.Gap,
        boundReason = design.Search?.Bounds.Reason?.English,
        fingerprint = design.Search?.Fingerprint,
        problems = design.Problems.Select(ProblemView.Of),
    };

    public static void Print(IAnsiConsole console, DesignResult design, string plan, Language language)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new Text("Territory", "轄區").In(language));
        foreach (Text column in new Text[] { new("Areas", "區域"), new("Accounts", "客戶"), new("Revenue", "營收") })
        {
            table.AddColumn(new TableColumn(column.In(language)).RightAligned());
        }

        foreach (DesignedMeasure measure in design.Territories[0].Measures)
        {
            table.AddColumn(new TableColumn(Markup.Escape(measure.Measure)).RightAligned());
        }

        foreach (Text column in new Text[] { new("Compact", "緊密度"), new("Mean km", "平均公里") })
        {
            table.AddColumn(new TableColumn(column.In(language)).RightAligned());
        }

        foreach (DesignedTerritory territory in design.Territories)
        {
            table.AddRow(
            [
                Markup.Escape($"{territory.Id} {territory.Name.In(language)}"), Number(territory.Areas), Number(territory.Accounts),
                territory.Revenue is { } revenue ? Number((double)revenue.Amount) : "",
                .. territory.Measures.Select(measure => string.Create(CultureInfo.InvariantCulture, $"{(measure.IsWithin ? "" : "[red]")}{measure.Deviation * 100:+0.0;−0.0;0.0} %{(measure.IsWithin ? "" : "[/]")}")),
                territory.Compactness.ToString("0.00", CultureInfo.InvariantCulture),
                Number(territory.MeanDistance.Kilometres),
            ]);
        }

        console.Write(table);
        console.WriteLine(new Text(
            $"{Number(design.Areas)} areas, each in one of {design.Territories.Length} territories; {(design.IsContiguous ? "every territory hangs together" : "not every territory hangs together")}; {(design.IsBalanced ? "all within the tolerance" : "not all within the tolerance")}.",
            $"{Number(design.Areas)} 個區域，各屬 {design.Territories.Length} 個轄區之一；{(design.IsContiguous ? "每個轄區皆相連" : "並非每個轄區都相連")}；{(design.IsBalanced ? "全部在容許差內" : "並非全部在容許差內")}。").In(language));
        if (design.Search is { IsFeasible: true } search)
        {
            Text bounds = AlignView.BoundsOf(search);
            console.WriteLine(new Text($"Compactness: {bounds.English}", $"緊密度：{bounds.Chinese}").In(language));
        }

        if (design.Today is { } today)
        {
            console.WriteLine(new Text(
                $"Today's {today.Territories} territories have {today.SmallestBefore:0.00} to {today.LargestBefore:0.00} of an even share of {today.Measure.English}, these {today.SmallestAfter:0.00} to {today.LargestAfter:0.00}; {Number(today.Accounts - today.Stay)} of {Number(today.Accounts)} accounts change territory.",
                $"目前 {today.Territories} 個轄區的{today.Measure.Chinese}為平均的 {today.SmallestBefore:0.00} 到 {today.LargestBefore:0.00} 倍，新方案為 {today.SmallestAfter:0.00} 到 {today.LargestAfter:0.00} 倍；{Number(today.Accounts)} 家客戶中有 {Number(today.Accounts - today.Stay)} 家變更轄區。").In(language));
        }

        ProblemView.Print(console, design.Problems, language);
        console.WriteLine(new Text($"Written to {plan}.", $"已寫入 {plan}。").In(language));
    }

    private static string Number(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
