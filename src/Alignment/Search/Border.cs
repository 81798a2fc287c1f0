namespace Bailiwick.Alignment.Search;

/// <summary>The neighbour pairs whose units lie in different territories, for drawing one by chance.</summary>
internal sealed class Border(UnitGraph graph)
{
    private readonly int[] cut = new int[graph.Pairs.Count];
    private readonly int[] positionOf = new int[graph.Pairs.Count];
    private readonly (int A, int B)[] pairs = [.. graph.Pairs];

    internal int Count { get; private set; }

    internal void Load(int[] territoryOf)
    {
        Count = 0;
        for (int edge = 0; edge < pairs.Length; edge++)
        {
            positionOf[edge] = -1;
            if (territoryOf[pairs[edge].A] != territoryOf[pairs[edge].B])
            {
                Add(edge);
            }
        }
    }

    internal (int A, int B) this[int index] => pairs[cut[index]];

    /// <summary>Renews the pairs of a unit that has just moved.</summary>
    internal void Moved(int unit, int[] territoryOf)
    {
        ReadOnlySpan<int> neighbours = graph.Of(unit);
        ReadOnlySpan<int> edges = graph.EdgesOf(unit);
        for (int index = 0; index < neighbours.Length; index++)
        {
            bool isCut = territoryOf[neighbours[index]] != territoryOf[unit];
            if (isCut && positionOf[edges[index]] < 0)
            {
                Add(edges[index]);
            }
            else if (!isCut && positionOf[edges[index]] >= 0)
            {
                Remove(edges[index]);
            }
        }
    }

    private void Add(int edge)
    {
        positionOf[edge] = Count;
        cut[Count++] = edge;
    }

    private void Remove(int edge)
    {
        int last = cut[--Count];
        cut[positionOf[edge]] = last;
        positionOf[last] = positionOf[edge];
        positionOf[edge] = -1;
    }
}
