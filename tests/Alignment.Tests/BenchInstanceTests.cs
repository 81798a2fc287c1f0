using System.Text.Json;
using Bailiwick.Alignment.Files;

namespace Bailiwick.Alignment.Tests;

/// <summary>The published plans of the benchmark folder beside the repository, read back and counted by our formulas.</summary>
public class BenchInstanceTests
{
    public static TheoryData<string> Plans => Root() is { } root
        ? [.. Directory.GetFiles(root, "reference-plan.csv", SearchOption.AllDirectories).Select(plan => Path.GetRelativePath(root, Path.GetDirectoryName(plan)!)).Order(StringComparer.Ordinal)]
        : ["none"];

    [Theory, MemberData(nameof(Plans))]
    public void A_published_plan_has_its_published_value_and_keeps_its_limits(string instance)
    {
        Assert.SkipUnless(Root() is not null, "The benchmark folder ../shared/bench is not here.");
        string folder = Path.Combine(Root()!, instance);
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "instance.json")));
        JsonElement published = document.RootElement.GetProperty("objectives").EnumerateArray()
            .Single(entry => entry.GetProperty("objective").GetString() != "cut_edges" && entry.GetProperty("contiguity").GetBoolean());
        AlignmentObjective objective = AlignmentObjectives.Named(published.GetProperty("objective").GetString()!)!.Value;
        (AlignmentProblem? problem, _) = ProblemFolder.Read(folder, objective, isContiguous: true);

        Evaluation evaluation = Evaluator.Evaluate(problem!, ProblemFolder.ReadPlan(Path.Combine(folder, "reference-plan.csv"), problem!));

        Assert.Equal(published.GetProperty("best_known").GetDouble(), evaluation.Value, 0.0101);
        Assert.True(evaluation.IsContiguous);
        Assert.Empty(evaluation.Misses);
    }

    /// <summary>The folder shared/bench of the nearest folder above that has one; null when none has.</summary>
    private static string? Root()
    {
        for (DirectoryInfo? above = new(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            string bench = Path.Combine(above.FullName, "shared", "bench");
            if (Directory.Exists(bench))
            {
                return bench;
            }
        }

        return null;
    }
}
