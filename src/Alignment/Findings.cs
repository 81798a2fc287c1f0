using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Alignment;

/// <summary>Why a plan is not feasible: first what no plan could mend, then what this one misses.</summary>
internal static class Findings
{
    internal static ImmutableArray<Problem> Of(AlignmentProblem problem, Alignment plan, Evaluation evaluation)
    {
        ImmutableArray<Problem> misses =
        [
            .. evaluation.Misses.Select(Problems.Missed),
            .. evaluation.Territories.Where(territory => territory.Pieces > 1 && problem.IsContiguous).Select(territory => Problems.Apart(territory.Index, territory.Pieces)),
            .. evaluation.Territories.Where(territory => territory.Units == 0).Select(territory => Problems.Empty(territory.Index)),
            .. Enumerable.Range(0, problem.Count)
                .Where(unit => problem.Locks[unit] >= 0 && problem.Locks[unit] != plan.TerritoryOf[unit])
                .Select(unit => Problems.LockBroken(problem.Ids[unit], problem.Locks[unit])),
        ];
        return misses.IsEmpty ? [] : [.. Causes(problem), .. misses];
    }

    /// <summary>What shows without a search that no plan keeps every limit. May be empty although none does.</summary>
    internal static IEnumerable<Problem> Causes(AlignmentProblem problem)
    {
        if (problem.IsContiguous && problem.Graph.Pieces().Pieces is int pieces && pieces > problem.Territories)
        {
            yield return Problems.TooManyPieces(pieces, problem.Territories);
        }

        foreach (ActivityMeasure measure in problem.Measures)
        {
            long least = measure.Bands.Sum(band => band.Least);
            long most = measure.Bands.Sum(band => band.Most);
            if (measure.Total < least || measure.Total > most)
            {
                yield return Problems.TotalOutside(measure.Name, measure.Total, least, most);
            }

            for (int unit = 0; unit < problem.Count; unit++)
            {
                long limit = problem.Locks[unit] >= 0 ? measure.Bands[problem.Locks[unit]].Most : measure.Bands.Max(band => band.Most);
                if (measure.Weights[unit] > limit)
                {
                    yield return Problems.TooHeavy(problem.Ids[unit], measure.Name, measure.Weights[unit], limit);
                }
            }
        }
    }
}
