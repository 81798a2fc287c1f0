namespace Bailiwick.Alignment.Search;

/// <summary>The best plan seen, kept by noting moves since rather than by copying it at each improvement.</summary>
internal sealed class Best(int count)
{
    private readonly List<(int Unit, int Territory)> since = [];
    private bool isFar;

    internal int[] TerritoryOf { get; } = new int[count];

    internal long Miss { get; private set; } = long.MaxValue;

    internal long Score { get; private set; } = long.MaxValue;

    /// <summary>Whether a plan with this miss and score is better: first the miss, then the score.</summary>
    internal bool IsBeatenBy(long miss, long score) => miss < Miss || (miss == Miss && score < Score);

    /// <summary>Forgets all and takes this plan.</summary>
    internal void Reset(SearchState state)
    {
        isFar = true;
        Take(state);
    }

    /// <summary>Notes a move that was just made.</summary>
    internal void Moved(int unit, int territory)
    {
        if (isFar)
        {
            return;
        }

        since.Add((unit, territory));
        isFar = since.Count > count;
    }

    /// <summary>Takes the plan as it stands.</summary>
    internal void Take(SearchState state)
    {
        if (isFar)
        {
            state.TerritoryOf.CopyTo(TerritoryOf, 0);
        }
        else
        {
            foreach ((int unit, int territory) in since)
            {
                TerritoryOf[unit] = territory;
            }
        }

        since.Clear();
        isFar = false;
        Miss = state.Balance.Total;
        Score = state.Score.Total;
    }
}
