using System.Collections.Immutable;

namespace Bailiwick.Web.Plan;

/// <summary>Gives each territory one of a few colours so that neighbours differ.</summary>
/// <remarks>
/// Every territory has a favourite colour that follows from its id alone, and takes it unless a neighbour has it: an edit elsewhere
/// in the plan changes nothing here. Of the other colours one is preferred that is not seen beyond a neighbour either. The order is
/// smallest-last (Matula and Beck, "Smallest-last ordering and clustering and graph coloring algorithms", J. ACM 30(3), 1983,
/// doi 10.1145/2402.322385): on a map in the plane nobody has more than five coloured neighbours when his turn comes, so eight colours
/// always suffice. Territories in several pieces may make a graph that no eight colours fit; then the colour that the fewest
/// neighbours have is taken.
/// </remarks>
internal static class TerritoryColours
{
    /// <summary>How many colours the look has: <c>--territory-0</c> to <c>--territory-7</c>.</summary>
    public const int Count = 8;

    /// <summary>The colour of each territory, 0 to <see cref="Count"/> − 1.</summary>
    /// <param name="ids">The territories' ids, each once.</param>
    /// <param name="neighbours">Pairs of indexes into <paramref name="ids"/>; order, doubles and direction do not matter.</param>
    public static ImmutableArray<int> Assign(IReadOnlyList<string> ids, IEnumerable<(int A, int B)> neighbours)
    {
        HashSet<int>[] touching = [.. ids.Select(_ => new HashSet<int>())];
        foreach ((int a, int b) in neighbours.Where(pair => pair.A != pair.B))
        {
            touching[a].Add(b);
            touching[b].Add(a);
        }

        var colours = new int[ids.Count];
        Array.Fill(colours, -1);
        foreach (int territory in SmallestLast(ids, touching))
        {
            IEnumerable<int> near = touching[territory].SelectMany(neighbour => touching[neighbour]).Where(other => other != territory);
            colours[territory] = Choose(Hash(ids[territory]), touching[territory].Select(neighbour => colours[neighbour]), near.Select(other => colours[other]));
        }

        return [.. colours];
    }

    /// <summary>The pairs of territories whose areas touch.</summary>
    /// <param name="territoryOf">Per area the index of its territory, or −1.</param>
    /// <param name="areas">Which areas touch.</param>
    public static IEnumerable<(int A, int B)> Touching(IReadOnlyList<int> territoryOf, Geography.AreaGraph areas)
    {
        var pairs = new HashSet<(int, int)>();
        for (int area = 0; area < territoryOf.Count; area++)
        {
            int territory = territoryOf[area];
            foreach (int other in areas.Of(area))
            {
                if (territory >= 0 && territoryOf[other] > territory)
                {
                    pairs.Add((territory, territoryOf[other]));
                }
            }
        }

        return pairs;
    }

    private static int Choose(uint hash, IEnumerable<int> taken, IEnumerable<int> near)
    {
        var uses = new int[Count];
        foreach (int colour in taken.Where(colour => colour >= 0))
        {
            uses[colour]++;
        }

        HashSet<int> seen = [.. near];

        int favourite = (int)(hash % Count);
        return Enumerable.Range(0, Count).Select(step => (favourite + (step * 3)) % Count).MinBy(colour => (uses[colour], seen.Contains(colour)));
    }

    private static int[] SmallestLast(IReadOnlyList<string> ids, HashSet<int>[] touching)
    {
        int[] degree = [.. touching.Select(neighbours => neighbours.Count)];
        var open = new PriorityQueue<int, (int Degree, string Id)>(Comparer<(int Degree, string Id)>.Create((left, right) =>
            left.Degree != right.Degree ? left.Degree.CompareTo(right.Degree) : string.CompareOrdinal(left.Id, right.Id)));
        for (int territory = 0; territory < ids.Count; territory++)
        {
            open.Enqueue(territory, (degree[territory], ids[territory]));
        }

        var order = new int[ids.Count];
        var isOut = new bool[ids.Count];
        int place = ids.Count;
        while (open.TryDequeue(out int territory, out (int Degree, string Id) entry))
        {
            // An entry with an old degree: the territory stands again in the queue with its new one.
            if (isOut[territory] || entry.Degree != degree[territory])
            {
                continue;
            }

            isOut[territory] = true;
            order[--place] = territory;
            foreach (int neighbour in touching[territory].Where(neighbour => !isOut[neighbour]))
            {
                degree[neighbour]--;
                open.Enqueue(neighbour, (degree[neighbour], ids[neighbour]));
            }
        }

        return order;
    }

    // FNV-1a (Fowler, Noll, Vo): the same for the same id in every version and on every machine, which string.GetHashCode is not.
    private static uint Hash(string id)
    {
        uint hash = 2166136261;
        foreach (char letter in id)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return hash ^ (hash >> 15);
    }
}
