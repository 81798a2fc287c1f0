using System.Collections.Immutable;

namespace Bailiwick.Territories.Proof;

/// <summary>Counts overlaps and keeps the first of each kind.</summary>
internal sealed class OverlapTally(int most)
{
    private readonly List<TerritoryOverlap> listed = [];
    private readonly long[] totals = new long[3];
    private readonly int[] kept = new int[3];
    private long inconsistent;
    private int keptInconsistent;

    public OverlapTotals Totals => new(totals[(int)OverlapKind.Refines], totals[(int)OverlapKind.Crosses], totals[(int)OverlapKind.Hides], inconsistent);

    public ImmutableArray<TerritoryOverlap> Listed => [.. listed.OrderBy(overlap => !overlap.IsConsistent)];

    /// <summary>Whether one more of the kind would be kept.</summary>
    public bool IsWanted(OverlapKind kind, bool isConsistent) => (isConsistent ? kept[(int)kind] : keptInconsistent) < most;

    /// <summary>Counts overlaps that are not listed.</summary>
    public void Count(OverlapKind kind, bool isConsistent, long count = 1)
    {
        if (isConsistent)
        {
            totals[(int)kind] += count;
        }
        else
        {
            inconsistent += count;
        }
    }

    /// <summary>Keeps one that is counted already.</summary>
    public void Keep(TerritoryOverlap overlap)
    {
        listed.Add(overlap);
        if (overlap.IsConsistent)
        {
            kept[(int)overlap.Kind]++;
        }
        else
        {
            keptInconsistent++;
        }
    }
}
