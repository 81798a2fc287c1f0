using Bailiwick.Alignment.Search;
using Bailiwick.Measures;

namespace Bailiwick.Alignment.Starts;

/// <summary>Cuts a connected set of units in two connected sides: a random spanning tree, and the best of its balanced cuts.</summary>
/// <remarks>Recombination after DeFord, Duchin, Solomon, "Recombination", Harvard Data Science Review 3(1), 2021, doi 10.1162/99608f92.eb30390f;
/// here every cut of the tree is judged, by miss and then by the inertia of the two sides about their own middles.</remarks>
internal sealed class TreeCut(AlignmentProblem problem)
{
    private readonly int measures = problem.Measures.Length;
    private readonly int[] place = Filled(problem.Count);
    private int[] units = [];
    private int[] root = [];
    private int[] parent = [];
    private int[] order = [];
    private long[] below = [];
    private (double Mass, double X, double Y, double Square)[] shape = [];

    /// <summary>Cuts the units.</summary>
    /// <param name="region">At least two units.</param>
    /// <param name="first">Per measure what the first side may hold.</param>
    /// <param name="second">Per measure what the second side may hold.</param>
    /// <param name="chance">Draws the tree.</param>
    /// <returns>Per unit, in the order given, whether it is on the first side; and the miss of the two. Null when the units do not hang together.</returns>
    internal (bool[] IsFirst, long Miss)? Cut(int[] region, Band[] first, Band[] second, Chance chance)
    {
        units = region;
        for (int index = 0; index < units.Length; index++)
        {
            place[units[index]] = index;
        }

        bool isWhole = Grow(chance);
        foreach (int unit in units)
        {
            place[unit] = -1;
        }

        if (!isWhole)
        {
            return null;
        }

        Sum();
        (int cut, bool isBelowFirst, long miss) = Best(first, second);
        var isBelow = new bool[units.Length];
        for (int position = 1; position < units.Length; position++)
        {
            int index = order[position];
            isBelow[index] = index == cut || isBelow[parent[index]];
        }

        return ([.. isBelow.Select(below => below == isBelowFirst)], miss);
    }

    private static int[] Filled(int count)
    {
        var filled = new int[count];
        Array.Fill(filled, -1);
        return filled;
    }

    /// <summary>A random spanning tree: the pairs in random order, each taken that joins two parts (Kruskal); then from a root outwards.</summary>
    private bool Grow(Chance chance)
    {
        var pairs = new List<(int A, int B)>();
        for (int index = 0; index < units.Length; index++)
        {
            foreach (int neighbour in problem.Graph.Of(units[index]))
            {
                if (place[neighbour] > index)
                {
                    pairs.Add((index, place[neighbour]));
                }
            }
        }

        chance.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pairs));
        root = [.. Enumerable.Range(0, units.Length)];
        var branches = new List<int>[units.Length];
        foreach ((int a, int b) in pairs)
        {
            (int rootA, int rootB) = (Root(a), Root(b));
            if (rootA != rootB)
            {
                root[rootA] = rootB;
                (branches[a] ??= []).Add(b);
                (branches[b] ??= []).Add(a);
            }
        }

        return Walk(branches);
    }

    private bool Walk(List<int>[] branches)
    {
        parent = new int[units.Length];
        order = new int[units.Length];
        parent[0] = -1;
        int tail = 1;
        for (int head = 0; head < tail; head++)
        {
            foreach (int next in branches[order[head]] ?? [])
            {
                if (next != parent[order[head]])
                {
                    parent[next] = order[head];
                    order[tail++] = next;
                }
            }
        }

        return tail == units.Length;
    }

    private int Root(int index)
    {
        while (root[index] != index)
        {
            root[index] = root[root[index]];
            index = root[index];
        }

        return index;
    }

    /// <summary>Per unit what hangs below it, itself included.</summary>
    private void Sum()
    {
        below = new long[units.Length * measures];
        shape = new (double, double, double, double)[units.Length];
        for (int position = units.Length - 1; position >= 0; position--)
        {
            int index = order[position];
            int unit = units[index];
            PlanePoint point = problem.Points[unit];
            double mass = problem.Mass[unit] + 1e-3;
            shape[index] = Add(shape[index], (mass, mass * point.X, mass * point.Y, mass * ((point.X * point.X) + (point.Y * point.Y))));
            for (int measure = 0; measure < measures; measure++)
            {
                below[(index * measures) + measure] += problem.Measures[measure].Weights[unit];
            }

            if (parent[index] >= 0)
            {
                shape[parent[index]] = Add(shape[parent[index]], shape[index]);
                for (int measure = 0; measure < measures; measure++)
                {
                    below[(parent[index] * measures) + measure] += below[(index * measures) + measure];
                }
            }
        }
    }

    private (int Cut, bool IsBelowFirst, long Miss) Best(Band[] first, Band[] second)
    {
        (int cut, bool isBelowFirst, long least, double inertia) = (-1, true, long.MaxValue, double.PositiveInfinity);
        for (int position = 1; position < units.Length; position++)
        {
            int index = order[position];
            long straight = Miss(index, first, second);
            long turned = Miss(index, second, first);
            long miss = Math.Min(straight, turned);
            if (miss > least)
            {
                continue;
            }

            double spread = Inertia(shape[index]) + Inertia(Subtract(shape[order[0]], shape[index]));
            if (miss < least || spread < inertia)
            {
                (cut, isBelowFirst, least, inertia) = (index, straight <= turned, miss, spread);
            }
        }

        return (cut, isBelowFirst, least);
    }

    private long Miss(int index, Band[] lower, Band[] upper)
    {
        long miss = 0;
        for (int measure = 0; measure < measures; measure++)
        {
            long held = below[(index * measures) + measure];
            miss += Balance.Miss(lower[measure], held) + Balance.Miss(upper[measure], below[(order[0] * measures) + measure] - held);
        }

        return miss;
    }

    private static double Inertia((double Mass, double X, double Y, double Square) part) =>
        part.Square - (((part.X * part.X) + (part.Y * part.Y)) / part.Mass);

    private static (double, double, double, double) Add((double Mass, double X, double Y, double Square) left, (double Mass, double X, double Y, double Square) right) =>
        (left.Mass + right.Mass, left.X + right.X, left.Y + right.Y, left.Square + right.Square);

    private static (double, double, double, double) Subtract((double Mass, double X, double Y, double Square) left, (double Mass, double X, double Y, double Square) right) =>
        (left.Mass - right.Mass, left.X - right.X, left.Y - right.Y, left.Square - right.Square);
}
