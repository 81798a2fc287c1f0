using Bailiwick.Alignment.Search;
using Bailiwick.Alignment.Starts;
using Bailiwick.Measures;

namespace Bailiwick.Alignment.Tests;

/// <summary>What the search keeps in its arrays is what a count from scratch gives, on random worlds.</summary>
public class SearchLawTests
{
    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 25).Select(seed => (ulong)seed)];

    [Theory, MemberData(nameof(Seeds))]
    public void The_price_of_a_move_is_what_a_recount_shows(ulong seed)
    {
        var chance = new Chance(seed);
        foreach (AlignmentObjective objective in Enum.GetValues<AlignmentObjective>())
        {
            AlignmentProblem problem = Scattered(chance, objective);
            var state = new SearchState(problem, new UnitCosts(problem, isTabled: chance.Next(2) == 0), isChecked: true);
            state.Load(new StartPlans(problem, chance).Next());
            for (int move = 0; move < 100; move++)
            {
                int unit = chance.Next(problem.Count);
                int to = chance.Next(problem.Territories);
                if (state.MayMove(unit, to))
                {
                    long before = state.Score.Total;
                    long change = state.Score.Change(unit, state.TerritoryOf[unit], to);
                    // Checked mode recounts score, balance, border and sizes after the move, and throws where they differ.
                    state.Move(unit, to);
                    Assert.Equal(before + change, state.Score.Recount());
                }

                if (move % 20 == 0)
                {
                    long before = state.Score.Total;
                    state.Score.Refresh(isThorough: move % 40 == 0);
                    Assert.True(state.Score.Total <= before || objective != AlignmentObjective.CutEdges, $"seed {seed}, {objective}");
                    Assert.Equal(state.Score.Recount(), state.Score.Total);
                }
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_ring_test_and_the_search_agree_with_counting_pieces(ulong seed)
    {
        var chance = new Chance(seed);
        AlignmentProblem problem = Scattered(chance, AlignmentObjective.CutEdges);
        int[] plan = [.. Enumerable.Range(0, problem.Count).Select(_ => chance.Next(problem.Territories))];
        var contiguity = new Contiguity(problem.Graph);
        for (int unit = 0; unit < problem.Count; unit++)
        {
            bool holds = HoldsByCounting(problem, plan, unit);
            Assert.Equal(holds, contiguity.HoldsBySearch(unit, plan));
            Assert.Equal(holds, contiguity.HoldsWithout(unit, plan));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Every_start_gives_each_territory_units_that_hang_together(ulong seed)
    {
        var chance = new Chance(seed);
        AlignmentProblem problem = Scattered(chance, AlignmentObjective.MomentOfInertia);
        var starts = new StartPlans(problem, chance);
        for (int drawn = 0; drawn < 6; drawn++)
        {
            Evaluation evaluation = Evaluator.Evaluate(problem, new Alignment([.. starts.Next()]));
            Assert.True(evaluation.IsComplete && evaluation.IsContiguous, $"seed {seed}, start {drawn}");
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_tree_cut_gives_two_sides_that_hang_together(ulong seed)
    {
        var chance = new Chance(seed);
        AlignmentProblem problem = Scattered(chance, AlignmentObjective.MomentOfInertia);
        var half = new Band(problem.Measures[0].Total / 2.0, 0, problem.Measures[0].Total);

        (bool[] isFirst, _) = new TreeCut(problem).Cut([.. Enumerable.Range(0, problem.Count)], [half], [half], chance)!.Value;

        Assert.Equal(2, problem.Graph.Pieces([.. isFirst.Select(first => first ? 0 : 1)]).Pieces);
    }

    private static AlignmentProblem Scattered(Chance chance, AlignmentObjective objective)
    {
        int units = 6 + chance.Next(30);
        return new AlignmentProblem(Worlds.Scattered(units, 2 + chance.Next(4), Share.Percent(20), chance) with { Objective = objective });
    }

    // Without the unit, its neighbours of the same territory are all in one piece; the last unit of a territory holds nothing.
    private static bool HoldsByCounting(AlignmentProblem problem, int[] plan, int unit)
    {
        int[] without = [.. plan];
        without[unit] = problem.Territories;
        (int[] pieceOf, _) = problem.Graph.Pieces(without);
        int[] around = [.. problem.Graph.Of(unit).ToArray().Where(neighbour => plan[neighbour] == plan[unit]).Select(neighbour => pieceOf[neighbour]).Distinct()];
        return around.Length == 1;
    }
}
