namespace Bailiwick.Alignment.Search;

/// <summary>A plan in flat arrays, with everything that makes a move cheap. Entered by <see cref="Load"/>; left by what <see cref="Best"/> keeps of it.</summary>
internal sealed class SearchState
{
    private readonly AlignmentProblem problem;
    private readonly bool isChecked;
    private readonly int[] locks;
    private readonly int[] sizes;

    internal SearchState(AlignmentProblem problem, UnitCosts costs, bool isChecked)
    {
        this.problem = problem;
        this.isChecked = isChecked;
        locks = [.. problem.Locks];
        sizes = new int[problem.Territories];
        TerritoryOf = new int[problem.Count];
        Balance = new Balance(problem);
        Border = new Border(problem.Graph);
        Contiguity = new Contiguity(problem.Graph);
        Score = problem.Objective == AlignmentObjective.CutEdges ? new CutScore(problem.Graph) : new CentreScore(problem, costs);
    }

    /// <summary>Per unit its territory.</summary>
    internal int[] TerritoryOf { get; }

    internal Balance Balance { get; }

    internal Border Border { get; }

    internal Contiguity Contiguity { get; }

    internal IScore Score { get; }

    /// <summary>Takes a plan in which every territory has a unit.</summary>
    internal void Load(ReadOnlySpan<int> territoryOf)
    {
        territoryOf.CopyTo(TerritoryOf);
        Array.Clear(sizes);
        foreach (int territory in TerritoryOf)
        {
            sizes[territory]++;
        }

        Balance.Load(TerritoryOf);
        Border.Load(TerritoryOf);
        Score.Load(TerritoryOf);
    }

    /// <summary>Whether the unit may move: not locked elsewhere, not the last of its territory, and what it leaves hangs together.</summary>
    internal bool MayMove(int unit, int to) =>
        to != TerritoryOf[unit]
        && (locks[unit] < 0 || locks[unit] == to)
        && sizes[TerritoryOf[unit]] > 1
        && (!problem.IsContiguous || Contiguity.HoldsWithout(unit, TerritoryOf));

    /// <summary>Whether a unit has a neighbour in a territory, where that matters.</summary>
    internal bool Touches(int unit, int territory)
    {
        foreach (int neighbour in problem.Graph.Of(unit))
        {
            if (TerritoryOf[neighbour] == territory)
            {
                return true;
            }
        }

        return !problem.IsContiguous;
    }

    /// <summary>Moves a unit whose prices were asked for just before.</summary>
    internal void Move(int unit, int to, long scoreChange, long missChange)
    {
        int from = TerritoryOf[unit];
        Score.Apply(unit, from, to, scoreChange);
        Balance.Apply(unit, from, to, missChange);
        TerritoryOf[unit] = to;
        sizes[from]--;
        sizes[to]++;
        Border.Moved(unit, TerritoryOf);
        if (isChecked)
        {
            Check(from);
        }
    }

    /// <summary>Moves a unit whatever it costs.</summary>
    internal void Move(int unit, int to)
    {
        int from = TerritoryOf[unit];
        Move(unit, to, Score.Change(unit, from, to), Balance.Change(unit, from, to));
    }

    private void Check(int left)
    {
        Same("score", Score.Total, Score.Recount());
        Same("miss", Balance.Total, Balance.Recount());
        var again = new Balance(problem);
        again.Load(TerritoryOf);
        Same("sums", Balance.Total, again.Total);
        Same("border", Border.Count, problem.Graph.Pairs.Count(pair => TerritoryOf[pair.A] != TerritoryOf[pair.B]));
        Same("size", sizes[left], TerritoryOf.Count(territory => territory == left));
    }

    private static void Same(string term, long kept, long counted)
    {
        if (kept != counted)
        {
            throw new InvalidOperationException($"The search keeps {kept} for the term \"{term}\", but counted from scratch it is {counted}.");
        }
    }
}
