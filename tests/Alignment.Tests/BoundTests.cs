using Bailiwick.Alignment.Bounds;
using Bailiwick.Measures;

namespace Bailiwick.Alignment.Tests;

/// <summary>A bound is one: on tiny worlds no plan at all is better, and with the centres given none that is counted from them.</summary>
public class BoundTests
{
    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 60).Select(seed => (ulong)seed)];

    [Theory, MemberData(nameof(Seeds))]
    public void No_plan_of_a_tiny_world_is_better_than_its_bounds(ulong seed)
    {
        var chance = new Chance(seed);
        AlignmentProblem problem = Tiny(chance);
        Evaluation? best = BruteForce.Best(problem);
        AlignmentResult result = Worlds.Solve(problem, 20_000, (int)seed);
        if (best is null)
        {
            Assert.Null(result.Gap);
            return;
        }

        double slack = best.Value * 1e-9;
        Assert.True(result.Bounds.Any <= best.Value + slack, $"seed {seed}: {result.Bounds.Any} is above the best {best.Value}");
        Assert.True(result.Bounds.Centres >= result.Bounds.Any - slack, $"seed {seed}: these centres {result.Bounds.Centres}, any {result.Bounds.Any}");
        Assert.True(result.Bounds.Centres <= result.Value + slack, $"seed {seed}: these centres {result.Bounds.Centres}, the plan {result.Value}");
        Assert.True(!result.IsProvenOptimal || result.Value <= best.Value + slack, $"seed {seed}: called optimal");
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_plan_that_is_counted_from_given_centres_is_better_than_their_bound(ulong seed)
    {
        var chance = new Chance(seed);
        AlignmentProblem problem = Tiny(chance);
        var costs = new UnitCosts(problem);
        int[] centres = [.. Enumerable.Range(0, problem.Count).OrderBy(_ => chance.NextBits()).Take(problem.Territories)];

        long? best = BruteForce.BestFrom(problem, costs, centres);
        CentreBound? bound = CentreBound.Of(problem, costs, centres, best ?? 1e9);

        Assert.True(best is null || bound is not null, $"seed {seed}: called impossible");
        Assert.True(best is null || bound!.Score <= best, $"seed {seed}: {bound?.Score} is above the best {best}");
    }

    [Fact]
    public void Both_ways_to_the_bound_of_centres_come_to_the_same()
    {
        var chance = new Chance(5);
        var problem = new AlignmentProblem(Worlds.Scattered(300, 6, Share.Percent(3), chance));
        AlignmentResult result = Worlds.Solve(problem, 300_000);
        var costs = new UnitCosts(problem);
        int[] centres = [.. result.Evaluation.Territories.Select(territory => territory.Centre)];
        var prices = new LimitPrices(problem, costs, centres);
        double score = result.Value * 1e6;

        double program = CentreBound.Of(problem, costs, centres, score)!.Score;
        double climbed = CentreBound.Climbed(prices, score).Score;

        Assert.InRange(climbed, program * 0.999, program * (1 + 1e-9));
    }

    [Fact]
    public void A_row_of_equal_towns_is_proven()
    {
        var problem = new AlignmentProblem(Worlds.Row(3, Share.Percent(0), 1, 1, 1, 1, 1, 1, 1, 1, 1));

        AlignmentResult result = Worlds.Solve(problem, 20_000);

        // Three triples, each with its middle as centre: two units one kilometre away.
        Assert.Equal(6e-6, result.Value, 1e-12);
        Assert.True(result.IsProvenOptimal);
    }

    [Fact]
    public void Cut_edges_say_why_there_is_no_bound()
    {
        var problem = new AlignmentProblem(Worlds.Row(2, Share.Percent(50), 1, 1, 1, 1) with { Objective = AlignmentObjective.CutEdges });

        AlignmentResult result = Worlds.Solve(problem, 1_000);

        Assert.Null(result.Bounds.Any);
        Assert.Contains("no centres", result.Bounds.Reason!.English, StringComparison.Ordinal);
    }

    private static AlignmentProblem Tiny(Chance chance)
    {
        AlignmentDraft draft = Worlds.Scattered(4 + chance.Next(5), 2 + chance.Next(2), Share.Percent(5 + chance.Next(60)), chance);
        ActivityMeasure first = draft.Measures[0];
        ActivityMeasure second = ActivityMeasure.Even("visits", [.. first.Weights.Select(_ => (long)chance.Next(6))], draft.Territories, Share.Percent(60));
        return new AlignmentProblem(draft with
        {
            Objective = new[] { AlignmentObjective.MomentOfInertia, AlignmentObjective.GridInertia, AlignmentObjective.SumDistanceToCentreUnit }[chance.Next(3)],
            IsContiguous = chance.Next(2) > 0,
            Measures = chance.Next(2) > 0 ? [first, second] : [first],
            Locks = chance.Next(3) > 0 ? [] : [.. first.Weights.Select((_, unit) => unit == 0 ? 0 : -1)],
        });
    }
}
