using Bailiwick.Measures;

namespace Bailiwick.Staffing.Tests;

/// <summary>Every assignment tried, on worlds small enough for that.</summary>
public class SecondOpinionTests
{
    private const int Worlds = 300;

    [Fact]
    public void Totals_runners_up_and_regrets_are_those_of_trying_everything()
    {
        for (int seed = 0; seed < Worlds; seed++)
        {
            StaffingProblem problem = World(new Chance((ulong)seed));
            StaffingResult result = Staffer.Solve(problem);
            double[,] costs = Costs(problem);
            double least = Least(costs, problem, forbidden: null);

            Assert.True(result.IsOptimal, $"seed {seed}");
            Assert.True(Math.Abs(Cost(result, problem, costs) - least) < 2, $"seed {seed}: {Cost(result, problem, costs)} against {least}");
            for (int territory = 0; territory < problem.Territories.Length; territory++)
            {
                StaffingChoice choice = result.Choices[territory];
                double other = Least(costs, problem, (RowOf(choice.Rep, problem), territory));
                Assert.True(double.IsPositiveInfinity(other) == (choice.RunnerUp is null), $"seed {seed}, {choice.Territory}");
                if (choice.RunnerUp is { Regret: { } regret })
                {
                    Assert.True(Math.Abs(regret.Value - (other - least)) < 4, $"seed {seed}, {choice.Territory}: {regret.Value} against {other - least}");
                }
            }
        }
    }

    [Fact]
    public void The_order_of_reps_and_territories_does_not_change_the_total()
    {
        for (int seed = 0; seed < Worlds; seed++)
        {
            StaffingProblem problem = World(new Chance((ulong)seed));
            var turned = new StaffingProblem([.. problem.Reps.Reverse()], [.. problem.Territories.Reverse()]);

            Assert.True(Math.Abs(Staffer.Solve(problem).Total.Value - Staffer.Solve(turned).Total.Value) < 2, $"seed {seed}");
        }
    }

    private static StaffingProblem World(Chance chance)
    {
        int reps = chance.Next(5);
        int territories = 1 + chance.Next(5);
        return new StaffingProblem(
            [.. Enumerable.Range(0, reps).Select(at => new StaffedRep(new RepId($"r{at}"), $"r{at}", chance.Next(6) == 0 ? null : Point(chance)))],
            [.. Enumerable.Range(0, territories).Select(at => new StaffedTerritory(
                new TerritoryId($"t{at}"), $"t{at}", TravelDistance.Gather(Enumerable.Range(0, chance.Next(4)).Select(_ => Point(chance)))))]);
    }

    private static LonLat Point(Chance chance) => new(120 + (2 * chance.NextDouble()), 22 + (3 * chance.NextDouble()));

    // Rows beyond the reps are vacancies. A rep without a home costs more than everything else together.
    private static double[,] Costs(StaffingProblem problem)
    {
        var costs = new double[problem.Reps.Length + problem.Territories.Length, problem.Territories.Length];
        for (int rep = 0; rep < problem.Reps.Length; rep++)
        {
            for (int territory = 0; territory < problem.Territories.Length; territory++)
            {
                costs[rep, territory] = problem.Reps[rep].Home is { } home
                    ? TravelDistance.Mean(home, problem.Territories[territory].Visits)?.Value ?? 0
                    : 1e9;
            }
        }

        return costs;
    }

    private static double Cost(StaffingResult result, StaffingProblem problem, double[,] costs) =>
        result.Choices.Select((choice, territory) => costs[RowOf(choice.Rep, problem), territory]).Sum();

    // The first vacancy stands for all of them.
    private static int RowOf(RepId? rep, StaffingProblem problem) =>
        rep is { } id ? problem.Reps.Select(other => other.Id).ToList().IndexOf(id) : problem.Reps.Length;

    private static double Least(double[,] costs, StaffingProblem problem, (int Row, int Column)? forbidden)
    {
        int vacancies = Math.Max(0, problem.Territories.Length - problem.Reps.Length);
        return Try(0, new bool[problem.Reps.Length], vacancies);

        double Try(int territory, bool[] taken, int left)
        {
            if (territory == problem.Territories.Length)
            {
                return 0;
            }

            double best = double.PositiveInfinity;
            for (int rep = 0; rep < taken.Length; rep++)
            {
                if (!taken[rep] && forbidden != (rep, territory))
                {
                    taken[rep] = true;
                    best = Math.Min(best, costs[rep, territory] + Try(territory + 1, taken, left));
                    taken[rep] = false;
                }
            }

            return left > 0 && forbidden != (taken.Length, territory) ? Math.Min(best, Try(territory + 1, taken, left - 1)) : best;
        }
    }
}
