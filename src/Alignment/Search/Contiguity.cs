namespace Bailiwick.Alignment.Search;

/// <summary>Whether a territory still hangs together when a unit leaves it.</summary>
/// <remarks>
/// First the ring: if the unit's neighbours in the territory reach each other through neighbour pairs among themselves, it does
/// (King, Jacobson, Sewell, Cho, "Geo-graphs", Operations Research 60(5), 2012, doi 10.1287/opre.1120.1083). Only when that fails a search runs.
/// </remarks>
internal sealed class Contiguity
{
    private const int LargestRing = 64;

    private readonly UnitGraph graph;
    private readonly ulong[][] ring;
    private readonly int[] mark;
    private readonly int[] queue;
    private int round;

    internal Contiguity(UnitGraph graph)
    {
        this.graph = graph;
        mark = new int[graph.Count];
        queue = new int[graph.Count];
        ring = [.. Enumerable.Range(0, graph.Count).Select(RingOf)];
    }

    internal bool HoldsWithout(int unit, int[] territoryOf)
    {
        ReadOnlySpan<int> neighbours = graph.Of(unit);
        int territory = territoryOf[unit];
        if (neighbours.Length > LargestRing)
        {
            return HoldsBySearch(unit, territoryOf);
        }

        ulong inside = 0;
        for (int index = 0; index < neighbours.Length; index++)
        {
            if (territoryOf[neighbours[index]] == territory)
            {
                inside |= 1UL << index;
            }
        }

        if ((inside & (inside - 1)) == 0)
        {
            return inside != 0;
        }

        ulong[] pairs = ring[unit];
        ulong reached = inside & (~inside + 1);
        ulong fresh = reached;
        while (fresh != 0)
        {
            int index = System.Numerics.BitOperations.TrailingZeroCount(fresh);
            fresh &= fresh - 1;
            ulong next = pairs[index] & inside & ~reached;
            reached |= next;
            fresh |= next;
        }

        return reached == inside || HoldsBySearch(unit, territoryOf);
    }

    /// <summary>The same by search alone: from one neighbour until all others are found or nothing is left.</summary>
    internal bool HoldsBySearch(int unit, int[] territoryOf)
    {
        int territory = territoryOf[unit];
        round++;
        mark[unit] = round;
        int open = 0;
        int first = -1;
        foreach (int neighbour in graph.Of(unit))
        {
            if (territoryOf[neighbour] == territory)
            {
                open++;
                first = neighbour;
            }
        }

        if (open <= 1)
        {
            return open == 1;
        }

        (int head, int tail) = (0, 0);
        queue[tail++] = first;
        mark[first] = round;
        open--;
        ReadOnlySpan<int> wanted = graph.Of(unit);
        while (head < tail)
        {
            foreach (int next in graph.Of(queue[head++]))
            {
                if (mark[next] == round || territoryOf[next] != territory)
                {
                    continue;
                }

                mark[next] = round;
                queue[tail++] = next;
                if (wanted.Contains(next) && --open == 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private ulong[] RingOf(int unit)
    {
        ReadOnlySpan<int> neighbours = graph.Of(unit);
        if (neighbours.Length > LargestRing)
        {
            return [];
        }

        var pairs = new ulong[neighbours.Length];
        for (int a = 0; a < neighbours.Length; a++)
        {
            for (int b = 0; b < neighbours.Length; b++)
            {
                pairs[a] |= a != b && graph.AreNeighbours(neighbours[a], neighbours[b]) ? 1UL << b : 0;
            }
        }

        return pairs;
    }
}
