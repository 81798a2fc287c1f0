namespace Bailiwick.Geography;

/// <summary>Which areas touch along a line: symmetric, without loops, in compressed rows.</summary>
public sealed class AreaGraph
{
    private readonly int[] starts;
    private readonly int[] neighbours;

    private AreaGraph(int[] starts, int[] neighbours)
    {
        this.starts = starts;
        this.neighbours = neighbours;
    }

    /// <summary>Number of areas.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Number of neighbour pairs, each counted once.</summary>
    public int Edges => neighbours.Length / 2;

    /// <summary>The graph of these pairs; order, doubles and direction do not matter.</summary>
    /// <exception cref="ArgumentException">A pair is a loop or names an area outside 0 to <paramref name="count"/> − 1.</exception>
    public static AreaGraph Of(int count, IEnumerable<(int A, int B)> pairs)
    {
        var edges = new List<(int From, int To)>();
        foreach ((int a, int b) in pairs)
        {
            if (a == b || a < 0 || b < 0 || a >= count || b >= count)
            {
                throw new ArgumentException($"({a}, {b}) is not a pair of two of {count} areas.", nameof(pairs));
            }

            edges.Add((a, b));
            edges.Add((b, a));
        }

        edges.Sort();
        var ends = new int[count + 1];
        var entries = new List<int>(edges.Count);
        (int From, int To) last = (-1, -1);
        foreach ((int From, int To) edge in edges)
        {
            if (edge != last)
            {
                ends[edge.From + 1]++;
                entries.Add(edge.To);
                last = edge;
            }
        }

        for (int area = 0; area < count; area++)
        {
            ends[area + 1] += ends[area];
        }

        return new AreaGraph(ends, [.. entries]);
    }

    /// <summary>The neighbours of an area, in ascending order.</summary>
    public ReadOnlySpan<int> Of(int area) => neighbours.AsSpan(starts[area], starts[area + 1] - starts[area]);

    /// <summary>All neighbour pairs, each once, the smaller index first.</summary>
    public IEnumerable<(int A, int B)> Pairs()
    {
        for (int area = 0; area < Count; area++)
        {
            for (int at = starts[area]; at < starts[area + 1]; at++)
            {
                if (neighbours[at] > area)
                {
                    yield return (area, neighbours[at]);
                }
            }
        }
    }

    /// <summary>Per area the number of its connected component, from 0 in order of the first area.</summary>
    public int[] Components()
    {
        var component = new int[Count];
        Array.Fill(component, -1);
        var open = new Stack<int>();
        int found = 0;
        for (int first = 0; first < Count; first++)
        {
            if (component[first] >= 0)
            {
                continue;
            }

            component[first] = found;
            open.Push(first);
            while (open.TryPop(out int area))
            {
                foreach (int neighbour in Of(area))
                {
                    if (component[neighbour] < 0)
                    {
                        component[neighbour] = found;
                        open.Push(neighbour);
                    }
                }
            }

            found++;
        }

        return component;
    }
}
