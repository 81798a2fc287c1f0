namespace Bailiwick.Alignment;

/// <summary>Which units are neighbours: symmetric, without loops, in compressed rows, each pair with a number.</summary>
public sealed class UnitGraph
{
    private readonly int[] starts;
    private readonly int[] neighbours;
    private readonly int[] edges;

    /// <summary>The graph of these pairs; order, doubles, direction and loops do not matter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A pair names a unit outside 0 to <paramref name="count"/> − 1.</exception>
    public UnitGraph(int count, IEnumerable<(int A, int B)> pairs)
    {
        var distinct = new SortedSet<(int A, int B)>();
        foreach ((int a, int b) in pairs)
        {
            if (a < 0 || b < 0 || a >= count || b >= count)
            {
                throw new ArgumentOutOfRangeException(nameof(pairs), $"({a}, {b}) is not a pair of two of {count} units.");
            }

            if (a != b)
            {
                distinct.Add((Math.Min(a, b), Math.Max(a, b)));
            }
        }

        Pairs = [.. distinct];
        starts = new int[count + 1];
        foreach ((int a, int b) in Pairs)
        {
            starts[a + 1]++;
            starts[b + 1]++;
        }

        for (int unit = 0; unit < count; unit++)
        {
            starts[unit + 1] += starts[unit];
        }

        neighbours = new int[2 * Pairs.Count];
        edges = new int[2 * Pairs.Count];
        int[] next = starts[..^1];
        for (int edge = 0; edge < Pairs.Count; edge++)
        {
            (int a, int b) = Pairs[edge];
            (neighbours[next[a]], edges[next[a]++]) = (b, edge);
            (neighbours[next[b]], edges[next[b]++]) = (a, edge);
        }
    }

    /// <summary>Number of units.</summary>
    public int Count => starts.Length - 1;

    /// <summary>The pairs, smaller unit first, sorted: the position is the pair's number.</summary>
    public IReadOnlyList<(int A, int B)> Pairs { get; }

    /// <summary>The neighbours of a unit.</summary>
    public ReadOnlySpan<int> Of(int unit) => neighbours.AsSpan(starts[unit], starts[unit + 1] - starts[unit]);

    /// <summary>The numbers of the pairs of a unit, in the order of <see cref="Of"/>.</summary>
    public ReadOnlySpan<int> EdgesOf(int unit) => edges.AsSpan(starts[unit], starts[unit + 1] - starts[unit]);

    /// <summary>Whether two units are neighbours.</summary>
    public bool AreNeighbours(int a, int b) => Of(a).Contains(b);

    /// <summary>Per unit the number of its piece, from 0 in order of the first unit: units are in one piece when a path of units of the same group joins them.</summary>
    /// <param name="group">Per unit a group; null puts all in one.</param>
    public (int[] PieceOf, int Pieces) Pieces(ReadOnlySpan<int> group = default)
    {
        var piece = new int[Count];
        Array.Fill(piece, -1);
        var open = new Stack<int>();
        int found = 0;
        for (int first = 0; first < Count; first++)
        {
            if (piece[first] >= 0)
            {
                continue;
            }

            piece[first] = found;
            open.Push(first);
            while (open.TryPop(out int unit))
            {
                foreach (int neighbour in Of(unit))
                {
                    if (piece[neighbour] < 0 && (group.IsEmpty || group[neighbour] == group[unit]))
                    {
                        piece[neighbour] = found;
                        open.Push(neighbour);
                    }
                }
            }

            found++;
        }

        return (piece, found);
    }
}
