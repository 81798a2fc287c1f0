using Bailiwick.Measures;

namespace Bailiwick.Alignment.Tests;

public class AlignerTests
{
    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 30).Select(seed => (ulong)seed)];

    [Theory, MemberData(nameof(Seeds))]
    public void The_optimum_of_a_small_world_is_reached(ulong seed)
    {
        var chance = new Chance(seed);
        AlignmentObjective objective = Enum.GetValues<AlignmentObjective>()[chance.Next(4)];
        AlignmentDraft draft = Worlds.Scattered(4 + chance.Next(5), 2 + chance.Next(2), Share.Percent(5 + chance.Next(60)), chance) with
        {
            Objective = objective,
            IsContiguous = chance.Next(4) > 0,
        };
        var problem = new AlignmentProblem(draft);

        AlignmentResult result = Worlds.Solve(problem, 60_000, (int)seed);

        Evaluation? best = BruteForce.Best(problem);
        Assert.Equal(best is not null, result.IsFeasible);
        if (best is not null)
        {
            Assert.Equal(best.Value, result.Value, Math.Abs(best.Value) * 1e-9);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_result_that_is_called_feasible_keeps_every_limit(ulong seed)
    {
        var chance = new Chance(seed);
        var problem = new AlignmentProblem(Worlds.Scattered(10 + chance.Next(60), 2 + chance.Next(6), Share.Percent(3 + chance.Next(30)), chance));

        AlignmentResult result = Worlds.Solve(problem, 40_000, (int)seed);

        Evaluation again = Evaluator.Evaluate(problem, result.Plan);
        Assert.Equal(again.Value, result.Value);
        Assert.Equal(problem.Count, again.Territories.Sum(territory => territory.Units));
        Assert.True(again.IsComplete && again.IsContiguous, $"seed {seed}");
        Assert.Equal(result.IsFeasible, again.Misses.IsEmpty);
        Assert.Equal(result.IsFeasible, result.Problems.IsEmpty);
    }

    [Fact]
    public void Same_problem_seed_and_moves_give_the_same_plan_on_any_number_of_threads()
    {
        var problem = new AlignmentProblem(Worlds.Fields(12, 10, 5, Share.Percent(5), unit => 1 + (unit * 7 % 11)));

        AlignmentResult one = Worlds.Solve(problem, 300_000, 7, options: new AlignmentOptions { Threads = 1 });
        AlignmentResult two = Worlds.Solve(problem, 300_000, 7, options: new AlignmentOptions { Threads = 2 });

        Assert.Equal(one.Plan.TerritoryOf, two.Plan.TerritoryOf);
        Assert.Equal(one.Iterations, two.Iterations);
        Assert.True(one.IsFeasible);
    }

    [Fact]
    public void Checked_mode_recounts_every_move_and_finds_no_difference()
    {
        var problem = new AlignmentProblem(Worlds.Fields(7, 7, 4, Share.Percent(5), unit => unit % 3));

        AlignmentResult result = Worlds.Solve(problem, 20_000, options: new AlignmentOptions { IsChecked = true });

        Assert.True(result.IsContiguous);
    }

    [Fact]
    public void Areas_without_a_customer_join_a_territory_that_hangs_together()
    {
        // Four towns with customers in the corners of a country of 400 empty fields.
        var problem = new AlignmentProblem(Worlds.Fields(20, 20, 4, Share.Of(0), unit => unit is 0 or 19 or 380 or 399 ? 5 : 0) with
        {
            Mass = [.. Enumerable.Repeat(1L, 400)],
        });

        AlignmentResult result = Worlds.Solve(problem, 400_000);

        Assert.True(result.IsFeasible);
        Assert.All(result.Evaluation.Territories, territory => Assert.Equal(5, territory.Sums[0].Sum));
        Assert.All(result.Evaluation.Territories, territory => Assert.InRange(territory.Units, 80, 120));
    }

    [Fact]
    public void A_town_heavier_than_the_limit_is_named_and_the_rest_is_evened_out()
    {
        var problem = new AlignmentProblem(Worlds.Row(3, Share.Percent(10), 70, 5, 5, 5, 5, 5, 5));

        AlignmentResult result = Worlds.Solve(problem, 20_000);

        Assert.False(result.IsFeasible);
        Assert.Equal("alignment.unit-heavier-than-limit", result.Problems[0].Code);
        Assert.Equal("u0", result.Problems[0].Value);
        Assert.Equal([15, 15, 70], result.Evaluation.Territories.Select(territory => territory.Sums[0].Sum).Order());
    }

    [Fact]
    public void Islands_get_territories_of_their_own_when_there_are_enough()
    {
        AlignmentDraft row = Worlds.Row(3, Share.Percent(60), 4, 4, 4, 4, 4, 4);
        AlignmentDraft twoIslands = row with { Neighbours = [(0, 1), (2, 3), (3, 4), (4, 5)] };

        AlignmentResult three = Worlds.Solve(new AlignmentProblem(twoIslands), 5_000);
        AlignmentResult one = Worlds.Solve(new AlignmentProblem(Worlds.Row(1, Share.Of(0), 4, 4, 4) with { Neighbours = [(0, 1)] }), 5_000);

        Assert.True(three.IsFeasible);
        Assert.Equal([8, 8, 8], three.Evaluation.Territories.Select(territory => territory.Sums[0].Sum));
        Assert.Equal(["alignment.more-pieces-than-territories", "alignment.not-contiguous"], one.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Locked_units_stay_where_they_are_locked()
    {
        AlignmentDraft row = Worlds.Row(2, Share.Percent(50), 1, 1, 1, 1, 1, 1) with { Locks = [1, -1, -1, -1, -1, 0] };

        AlignmentResult result = Worlds.Solve(new AlignmentProblem(row), 5_000);

        Assert.True(result.IsFeasible);
        Assert.Equal((1, 0), (result.Plan.TerritoryOf[0], result.Plan.TerritoryOf[5]));
    }

    [Fact]
    public void A_start_is_taken_up_and_only_improved()
    {
        var problem = new AlignmentProblem(Worlds.Row(2, Share.Percent(50), 1, 1, 1, 1, 1, 1));
        var today = new Alignment([0, 0, 1, 1, 1, 1]);

        AlignmentResult result = Worlds.Solve(problem, 5_000, 1, today);

        Assert.True(result.Value <= Evaluator.Evaluate(problem, today).Value);
        Assert.True(result.IsFeasible);
    }

    [Fact]
    public void Cancelled_at_once_it_still_answers_with_a_whole_plan()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var problem = new AlignmentProblem(Worlds.Fields(6, 6, 4, Share.Percent(10), _ => 1));

        AlignmentResult result = Aligner.Solve(problem, StopAfter.Iterations(1_000_000, TimeProvider.System), 1, cancellation: cancelled.Token);

        Assert.True(result.Evaluation.IsComplete && result.IsContiguous);
    }
}
