using Bailiwick.Measures;
using static Bailiwick.Staffing.Tests.SmallWorlds;

namespace Bailiwick.Staffing.Tests;

public class StafferTests
{
    // Bob is nearer to both. Ann west 4 + Bob east 7 = 11; Bob west 1 + Ann east 12 = 13.
    [Fact]
    public void The_sum_of_distances_decides_not_each_territory_alone()
    {
        StaffingResult result = Staffer.Solve(Of(
            [Rep("ann", 0), Rep("bob", 5)],
            [Territory("west", 4), Territory("east", 12)]));

        Assert.Equal(["west ann", "east bob"], result.Told());
        Assert.Equal(11 * Degree, result.Total.Value, 3);
        Assert.True(result.IsOptimal);
    }

    [Fact]
    public void The_distance_is_the_mean_over_the_accounts()
    {
        StaffingResult result = Staffer.Solve(Of([Rep("ann", 0)], [Territory("all", 1, 2, 6)]));

        Assert.Equal(3 * Degree, result.Choices[0].Distance!.Value.Value, 3);
    }

    [Fact]
    public void The_regret_is_what_the_whole_plan_loses_without_the_choice()
    {
        // Without Ann in the west it is 13 instead of 11.
        StaffingResult result = Staffer.Solve(Of(
            [Rep("ann", 0), Rep("bob", 5)],
            [Territory("west", 4), Territory("east", 12)]));

        RunnerUp other = result.Choices[0].RunnerUp!;
        Assert.Equal("bob", other.Rep?.Value);
        Assert.Equal(1 * Degree, other.Distance!.Value.Value, 3);
        Assert.Equal(2 * Degree, other.Regret!.Value.Value, 0);
    }

    [Fact]
    public void More_territories_than_reps_leave_vacancies()
    {
        StaffingResult result = Staffer.Solve(Of([Rep("ann", 0)], [Territory("far", 9), Territory("near", 1)]));

        Assert.Equal(["far vacant", "near ann"], result.Told());
        Assert.Equal("ann", result.Choices[0].RunnerUp!.Rep?.Value);
        Assert.Equal(8 * Degree, result.Choices[0].RunnerUp!.Regret!.Value.Value, 0);
        Assert.Null(result.Choices[1].RunnerUp!.Rep);
        Assert.Equal(["staffing.vacant"], result.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void More_reps_than_territories_leave_reps_unassigned()
    {
        StaffingResult result = Staffer.Solve(Of([Rep("ann", 0), Rep("bob", 9)], [Territory("near", 1)]));

        Assert.Equal(["near ann"], result.Told());
        Assert.Equal("bob", Assert.Single(result.Unassigned).Value);
        Assert.Equal(["staffing.unassigned"], result.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_rep_without_a_home_comes_after_every_other()
    {
        StaffingResult result = Staffer.Solve(Of([Rep("nowhere", null), Rep("far", 170)], [Territory("one", 1)]));

        Assert.Equal(["one far"], result.Told());
        Assert.Null(result.Choices[0].RunnerUp!.Regret);
    }

    [Fact]
    public void A_rep_without_a_home_is_better_than_a_vacancy()
    {
        StaffingResult result = Staffer.Solve(Of([Rep("nowhere", null), Rep("far", 170)], [Territory("one", 1), Territory("two", 160)]));

        Assert.Equal(["one nowhere", "two far"], result.Told());
        Assert.Null(result.Choices[0].Distance);
        Assert.Equal(10 * Degree, result.Total.Value, 3);
    }

    [Fact]
    public void A_territory_without_accounts_takes_who_is_left()
    {
        StaffingResult result = Staffer.Solve(Of([Rep("ann", 0), Rep("bob", 5)], [Territory("empty"), Territory("one", 5)]));

        Assert.Equal(["empty ann", "one bob"], result.Told());
    }

    [Fact]
    public void No_territories_and_no_reps_are_worlds_too()
    {
        Assert.Equal("ann", Assert.Single(Staffer.Solve(Of([Rep("ann", 0)], [])).Unassigned).Value);
        Assert.Equal(["one vacant"], Staffer.Solve(Of([], [Territory("one", 1)])).Told());
    }

    [Fact]
    public void One_rep_for_one_territory_has_no_alternative() =>
        Assert.Null(Staffer.Solve(Of([Rep("ann", 0)], [Territory("one", 1)])).Choices[0].RunnerUp);

    [Fact]
    public void The_same_rep_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => Of([Rep("ann", 0), Rep("ann", 1)], []));

    [Fact]
    public void Gathering_moves_a_mean_distance_by_less_than_a_kilometre()
    {
        var chance = new Chance(7);
        LonLat[] points = [.. Enumerable.Range(0, 2000).Select(_ => new LonLat(120 + chance.NextDouble(), 24 + chance.NextDouble()))];
        var home = new LonLat(121.5, 25);

        double exact = points.Average(point => home.DistanceTo(point).Value);

        Assert.InRange(TravelDistance.Mean(home, TravelDistance.Gather(points))!.Value.Value, exact - 1000, exact + 1000);
    }
}
