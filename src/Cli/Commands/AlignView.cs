using System.Globalization;
using Bailiwick.Alignment;
using Bailiwick.Measures;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary>What <c>align</c> says of its result.</summary>
internal static class AlignView
{
    public static object Of(AlignmentProblem problem, AlignmentResult result) => new
    {
        objective = AlignmentObjectives.NameOf(problem.Objective),
        value = result.Value,
        feasible = result.IsFeasible,
        infeasible = !result.IsFeasible,
        contiguous = result.IsContiguous,
        // What is not proven is not known to be false.
        optimal = result.IsProvenOptimal ? true : (bool?)null,
        lowerBoundAny = result.Bounds.Any,
        lowerBoundCentres = result.Bounds.Centres,
        gap = result.Gap,
        boundReason = result.Bounds.Reason?.English,
        relax = result.Evaluation.Misses.Select(miss => new { district = miss.Territory, measure = miss.Measure, sum = miss.Sum, lower = miss.Band.Least, upper = miss.Band.Most, by = miss.By }),
        units = problem.Count,
        districts = result.Evaluation.Territories.Select(territory => new
        {
            district = territory.Index,
            units = territory.Units,
            centre = territory.Centre < 0 ? null : problem.Ids[territory.Centre],
            value = territory.Value,
            pieces = territory.Pieces,
            measures = territory.Sums.Select(sum => new { name = sum.Measure, sum = sum.Sum, target = sum.Band.Target, lower = sum.Band.Least, upper = sum.Band.Most, deviationShare = sum.Deviation }),
        }),
        iterations = result.Iterations,
        seconds = result.Elapsed.TotalSeconds,
        seed = result.Seed,
        strands = result.Options.Strands,
        threads = result.Options.Threads,
        fingerprint = result.Fingerprint,
        version = typeof(Aligner).Assembly.GetName().Version?.ToString(3),
        problems = result.Problems.Select(ProblemView.Of),
    };

    public static void Print(IAnsiConsole console, AlignmentProblem problem, AlignmentResult result, Language language)
    {
        Text head = result.IsFeasible
            ? new($"{AlignmentObjectives.NameOf(problem.Objective)} {Number(result.Value)}, all limits kept.", $"{AlignmentObjectives.NameOf(problem.Objective)} {Number(result.Value)}，所有限制皆符合。")
            : new("No plan within the limits was found; the best one misses:", "找不到符合所有限制的方案；最接近的方案仍有：");
        console.WriteLine(head.In(language));
        ProblemView.Print(console, result.Problems, language);
        var table = new Table().Border(TableBorder.Simple);
        foreach (Text column in new Text[] { new("Territory", "轄區"), new("Units", "單位"), new("Centre", "中心") })
        {
            table.AddColumn(column.In(language));
        }

        foreach (ActivityMeasure measure in problem.Measures)
        {
            table.AddColumn(new TableColumn(Markup.Escape(measure.Name)).RightAligned());
        }

        foreach (AlignedTerritory territory in result.Evaluation.Territories)
        {
            table.AddRow(
            [
                Number(territory.Index), Number(territory.Units), Markup.Escape(territory.Centre < 0 ? "" : problem.Ids[territory.Centre]),
                .. territory.Sums.Select(sum => string.Create(CultureInfo.InvariantCulture, $"{sum.Sum:N0} ({sum.Deviation * 100:+0.0;−0.0;0.0} %)")),
            ]);
        }

        console.Write(table);
        if (result.IsFeasible)
        {
            console.WriteLine(BoundsOf(result).In(language));
        }

        console.WriteLine(new Text(
            $"{Number(result.Iterations)} moves; {result.Elapsed.TotalSeconds:0.0} s with the bounds; seed {result.Seed}.",
            $"{Number(result.Iterations)} 次嘗試，含計算下界共 {result.Elapsed.TotalSeconds:0.0} 秒，種子 {result.Seed}。").In(language));
    }

    /// <summary>How far a plan can be from the best, in words.</summary>
    public static Text BoundsOf(AlignmentResult result)
    {
        if (result.IsProvenOptimal)
        {
            return new("Proven: no plan is better.", "已證明：沒有更好的方案。");
        }

        AlignmentBounds bounds = result.Bounds;
        var said = new List<Text>();
        if (AlignmentBounds.GapOf(result.Value, bounds.Centres) is { } own)
        {
            said.Add(new($"At most {Percent(own)} above the best possible with these centres.", $"與以這些中心所能達到的最佳值相比，至多高 {Percent(own)}。"));
        }

        if (result.Gap is { } any)
        {
            said.Add(new($"At most {Percent(any)} above any plan.", $"與任何方案相比，至多高 {Percent(any)}。"));
        }

        if (bounds.Reason is { } reason)
        {
            said.Add(reason);
        }

        return new Text(string.Join(' ', said.Select(each => each.English)), string.Concat(said.Select(each => each.Chinese)));
    }

    // Rounded up: what is said is a promise.
    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(share * 10_000) / 100:0.##} %");

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
