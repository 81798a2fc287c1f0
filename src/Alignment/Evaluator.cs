using System.Collections.Immutable;

namespace Bailiwick.Alignment;

/// <summary>Counts a plan from scratch, by the formulas of <see cref="AlignmentObjective"/>. The search's fast scores are checked against it.</summary>
public static class Evaluator
{
    /// <summary>The plan's value and territories.</summary>
    /// <exception cref="ArgumentException">The plan is not one of this problem.</exception>
    public static Evaluation Evaluate(AlignmentProblem problem, Alignment plan)
    {
        if (plan.TerritoryOf.Length != problem.Count || plan.TerritoryOf.Any(territory => territory >= problem.Territories))
        {
            throw new ArgumentException($"The plan is not one of {problem.Count} units in {problem.Territories} territories.", nameof(plan));
        }

        ReadOnlySpan<int> territoryOf = plan.TerritoryOf.AsSpan();
        (int[] pieceOf, int pieces) = problem.Graph.Pieces(territoryOf);
        var piecesOf = new int[problem.Territories];
        var seen = new bool[pieces];
        var members = new List<int>[problem.Territories];
        for (int territory = 0; territory < members.Length; territory++)
        {
            members[territory] = [];
        }

        for (int unit = 0; unit < problem.Count; unit++)
        {
            members[territoryOf[unit]].Add(unit);
            if (!seen[pieceOf[unit]])
            {
                seen[pieceOf[unit]] = true;
                piecesOf[territoryOf[unit]]++;
            }
        }

        var costs = new UnitCosts(problem);
        ImmutableArray<AlignedTerritory> territories =
        [
            .. members.Select((units, territory) =>
            {
                (int centre, long score) = costs.BestCentre(units);
                double value = problem.Objective == AlignmentObjective.CutEdges
                    ? CutEdges(problem, plan, units) / 2.0
                    : costs.Value(units, centre, score);
                return new AlignedTerritory(territory, units.Count, centre, piecesOf[territory], value, Sums(problem, units, territory));
            }),
        ];
        return new Evaluation(territories.Sum(territory => territory.Value), territories);
    }

    private static int CutEdges(AlignmentProblem problem, Alignment plan, List<int> units)
    {
        int cut = 0;
        foreach (int unit in units)
        {
            foreach (int neighbour in problem.Graph.Of(unit))
            {
                cut += plan.TerritoryOf[neighbour] == plan.TerritoryOf[unit] ? 0 : 1;
            }
        }

        return cut;
    }

    private static ImmutableArray<MeasureSum> Sums(AlignmentProblem problem, List<int> units, int territory) =>
        [.. problem.Measures.Select(measure => new MeasureSum(measure.Name, units.Sum(unit => measure.Weights[unit]), measure.Bands[territory]))];
}
