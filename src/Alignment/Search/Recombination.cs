using Bailiwick.Alignment.Starts;
using Bailiwick.Measures;

namespace Bailiwick.Alignment.Search;

/// <summary>The kick: two neighbouring territories are joined and cut anew along a random spanning tree.</summary>
internal sealed class Recombination(AlignmentProblem problem, SearchState state, Chance chance)
{
    private readonly TreeCut trees = new(problem);

    /// <summary>Recombines the two territories at a random place of the border.</summary>
    /// <returns>False when nothing could be done: no border, or a lock stands in the way.</returns>
    internal bool Kick()
    {
        if (state.Border.Count == 0)
        {
            return false;
        }

        (int a, int b) = state.Border[chance.Next(state.Border.Count)];
        int first = state.TerritoryOf[a];
        int second = state.TerritoryOf[b];
        int[] units = [.. Enumerable.Range(0, problem.Count).Where(unit => state.TerritoryOf[unit] == first || state.TerritoryOf[unit] == second)];
        if (units.Any(unit => problem.Locks[unit] >= 0) || trees.Cut(units, BandsOf(first), BandsOf(second), chance) is not var (isFirst, _))
        {
            return false;
        }

        for (int index = 0; index < units.Length; index++)
        {
            int to = isFirst[index] ? first : second;
            if (to != state.TerritoryOf[units[index]])
            {
                state.Move(units[index], to);
            }
        }

        state.Score.Refresh(isThorough: false);
        return true;
    }

    private Band[] BandsOf(int territory) => [.. problem.Measures.Select(measure => measure.Bands[territory])];
}
