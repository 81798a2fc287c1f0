namespace Bailiwick.Territories.Engine;

/// <summary>What the boxes of a list still ask from one axis on: boxes that ask the same and land the same are one.</summary>
/// <param name="Sides">Per suffix its side on the axis, or −1 where it is free.</param>
/// <param name="Next">Per suffix what is asked after the axis.</param>
/// <param name="Decided">Per suffix where it lands when it asks nothing more; else −1.</param>
/// <param name="CodeOf">Per suffix where it lands.</param>
internal sealed record SuffixLevel(int[] Sides, int[] Next, int[] Decided, int[] CodeOf)
{
    public int Count => Sides.Length;

    /// <summary>The levels of a list, one an axis, and below the last one the landings.</summary>
    /// <param name="list">The list.</param>
    /// <param name="axes">Its axes, in the order in which they are asked.</param>
    /// <param name="ofEntry">Per box of the list its suffix on the first level.</param>
    public static SuffixLevel[] Of(LayerList list, ListAxis[] axes, out int[] ofEntry)
    {
        var levels = new SuffixLevel[axes.Length + 1];
        int[] codes = [.. Enumerable.Range(0, list.Landings.Length)];
        levels[^1] = new SuffixLevel([.. codes.Select(_ => -1)], codes, codes, codes);
        ofEntry = list.CodeOf;
        for (int level = axes.Length - 1; level >= 0; level--)
        {
            levels[level] = Above(levels[level + 1], axes[level].SideOf, ref ofEntry);
        }

        return levels;
    }

    private static SuffixLevel Above(SuffixLevel below, int[] sideOf, ref int[] ofEntry)
    {
        var known = new Dictionary<(int Side, int Next), int>();
        var sides = new List<int>();
        var next = new List<int>();
        var above = new int[ofEntry.Length];
        for (int entry = 0; entry < above.Length; entry++)
        {
            (int Side, int Next) suffix = (sideOf[entry], ofEntry[entry]);
            if (!known.TryGetValue(suffix, out above[entry]))
            {
                known[suffix] = above[entry] = sides.Count;
                sides.Add(suffix.Side);
                next.Add(suffix.Next);
            }
        }

        ofEntry = above;
        return new SuffixLevel(
            [.. sides],
            [.. next],
            [.. sides.Select((side, suffix) => side < 0 ? below.Decided[next[suffix]] : -1)],
            [.. next.Select(suffix => below.CodeOf[suffix])]);
    }
}
