using System.Globalization;
using Bailiwick.Samples;
using Bailiwick.Workbench;
using Bailiwick.Workbench.Demo;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary>What a demo says: counts, answers, the plan, how even it is, and how long each step took.</summary>
internal static class DemoReport
{
    public static Outcome Of(DemoResult result, Invocation call, string? address)
    {
        TerritoryFigure[] leaves = [.. result.Figures!.Layers[0].Territories.Where(figure => figure.IsLeaf)];
        return new Outcome(
            new
            {
                workspace = Path.GetFullPath(call.Folder),
                folder = result.Folder,
                sample = new { result.Truth!.Sample, result.Truth.Rows, result.Truth.Sums },
                import = new { tables = result.Import!.Tables.Select(table => new { table.Counts.Table, table.Counts.Read, table.Counts.Added, table.Counts.Changed, table.Counts.Same, table.Rejected }), result.Import.Version, problems = result.Import.Problems.Count },
                market = result.Answers.Select(answer => new { question = answer.Number, words = answer.Question.In(call.Language), statements = answer.Statements.Select(call.Say) }),
                design = new { result.Design!.Areas, territories = result.Design.Territories.Length, balanced = result.Design.IsBalanced, contiguous = result.Design.IsContiguous, links = result.Design.Links.Length },
                staff = new { assigned = result.Staffing!.Staffing!.Choices.Count(choice => choice.Rep is not null), optimal = result.Staffing.Staffing.IsOptimal },
                plan = new { id = result.Publication!.Plan!.Id.Value, result.Publication.Plan.Name, result.Publication.Plan.State, result.Publication.Plan.Effective, result.Publication.OwnersChanged },
                balance = new { accounts = Spread(Shares(leaves.Select(figure => (double)figure.Accounts))), revenue = Spread(leaves.Select(figure => figure.Balance ?? 1)) },
                steps = result.Steps.Select(step => new { step.Name, step.Seconds }),
                seconds = Math.Round(result.Steps.Sum(step => step.Seconds), 3),
                address,
                problems = result.Problems.Select(ProblemView.Of),
            },
            console => Print(console, result, call, leaves));
    }

    private static void Print(IAnsiConsole console, DemoResult result, Invocation call, TerritoryFigure[] leaves)
    {
        console.WriteLine(call.Say(result.Folder switch
        {
            DemoFolderState.Made => new($"Made a demo workspace in {call.Folder}.", $"已在 {call.Folder} 建立示範工作區。"),
            DemoFolderState.Reused => new($"Used the demo workspace in {call.Folder} again.", $"再次使用 {call.Folder} 的示範工作區。"),
            DemoFolderState.Replaced => new($"Replaced the earlier demo in {call.Folder}.", $"已取代 {call.Folder} 先前的示範。"),
            _ => throw new InvalidOperationException($"no words for {result.Folder}"),
        }));
        SampleTruth truth = result.Truth!;
        console.WriteLine(call.Say(new(
            $"{Numbers.Of(truth.Rows["accounts"])} accounts, {Numbers.Of(truth.Rows["sales"])} sales, {Numbers.Of(truth.Rows["opportunities"])} opportunities, {Numbers.Of(truth.Rows["leads"])} leads, {Numbers.Of(truth.Rows["reps"])} reps.",
            $"{Numbers.Of(truth.Rows["accounts"])} 個客戶、{Numbers.Of(truth.Rows["sales"])} 筆銷售、{Numbers.Of(truth.Rows["opportunities"])} 筆商機、{Numbers.Of(truth.Rows["leads"])} 筆潛在客戶、{Numbers.Of(truth.Rows["reps"])} 位業務代表。")));
        foreach (Insight.Answer answer in result.Answers)
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{Markup.Escape(call.Say(answer.Question))}[/]");
            console.WriteLine(call.Say(answer.Statements[0]));
        }

        console.WriteLine();
        console.Write(Territories(leaves, call));
        if (result.Design!.Today is { } today)
        {
            console.WriteLine(call.Say(new(
                $"The largest territory against an even share of {today.Measure.English}: {Percent(today.LargestBefore)} today, {Percent(today.LargestAfter)} in the plan; the smallest: {Percent(today.SmallestBefore)} today, {Percent(today.SmallestAfter)} in the plan.",
                $"最大轄區的{today.Measure.Chinese}相對於平均：目前 {Percent(today.LargestBefore)}，方案 {Percent(today.LargestAfter)}；最小轄區：目前 {Percent(today.SmallestBefore)}，方案 {Percent(today.SmallestAfter)}。")));
        }

        Plans.Plan plan = result.Publication!.Plan!;
        console.WriteLine(call.Say(new(
            $"Published: {plan.Name} ({plan.Id}), in force from {plan.Effective:yyyy-MM-dd}; {Numbers.Of(result.Publication.OwnersChanged)} owners changed.",
            $"已發布：{plan.Name}（{plan.Id}），自 {plan.Effective:yyyy-MM-dd} 起生效；{Numbers.Of(result.Publication.OwnersChanged)} 筆負責人變更。")));
        console.WriteLine(string.Join(" · ", result.Steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{call.Say(step.Words)} {step.Seconds:0.0} s"))));
    }

    private static Table Territories(TerritoryFigure[] leaves, Invocation call)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(call.Say(new("territory", "轄區")))
            .AddColumn(call.Say(new("rep", "業務代表")))
            .AddColumn(new TableColumn(call.Say(new("accounts", "客戶"))).RightAligned())
            .AddColumn(new TableColumn(call.Say(new("revenue, 12 months", "近 12 個月營收"))).RightAligned())
            .AddColumn(new TableColumn(call.Say(new("balance", "均衡"))).RightAligned());
        foreach (TerritoryFigure figure in leaves)
        {
            table.AddRow(
                Markup.Escape(figure.Name),
                Markup.Escape(figure.RepName ?? "—"),
                Numbers.Of(figure.Accounts),
                Markup.Escape(string.Join(", ", figure.Revenue.Select(money => $"{money.Currency} {money.Amount.ToString("N0", CultureInfo.InvariantCulture)}"))),
                Percent(figure.Balance ?? 0));
        }

        return table;
    }

    private static IEnumerable<double> Shares(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Length == 0 ? 0 : all.Average();
        return all.Select(value => mean == 0 ? 1 : value / mean);
    }

    private static object Spread(IEnumerable<double> shares)
    {
        double[] all = [.. shares.DefaultIfEmpty(1)];
        return new { least = Math.Round(all.Min(), 4), most = Math.Round(all.Max(), 4) };
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
