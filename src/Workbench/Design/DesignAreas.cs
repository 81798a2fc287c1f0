using System.Collections.Immutable;
using Bailiwick.Alignment;
using Bailiwick.Geography;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Design;

/// <summary>The areas that are shared out: units with a point and neighbours, hanging together.</summary>
internal sealed class DesignAreas
{
    private DesignAreas(BoundarySet set, ImmutableArray<int> indexes, ImmutableArray<PlanePoint> points, List<(int, int)> neighbours, ImmutableArray<AddedLink> links)
    {
        Set = set;
        Indexes = indexes;
        Points = points;
        Neighbours = neighbours;
        Links = links;
        UnitOf = new int[set.Areas.Length];
        Array.Fill(UnitOf, -1);
        for (int unit = 0; unit < indexes.Length; unit++)
        {
            UnitOf[indexes[unit]] = unit;
        }
    }

    /// <summary>A link between two units that do not touch.</summary>
    internal sealed record AddedLink(int A, int B, Metres Distance);

    internal BoundarySet Set { get; }

    /// <summary>Per unit its area's index in the set.</summary>
    internal ImmutableArray<int> Indexes { get; }

    /// <summary>Per area of the set its unit, or −1.</summary>
    internal int[] UnitOf { get; }

    internal ImmutableArray<PlanePoint> Points { get; }

    internal List<(int A, int B)> Neighbours { get; }

    internal ImmutableArray<AddedLink> Links { get; }

    internal Area AreaOf(int unit) => Set.Areas[Indexes[unit]];

    internal static DesignAreas Of(BoundarySet set, DesignScope scope)
    {
        ImmutableArray<int> indexes = [.. Enumerable.Range(0, set.Areas.Length).Where(area => scope.IsAreaIn[area])];
        var unitOf = indexes.Select((area, unit) => (area, unit)).ToDictionary(pair => pair.area, pair => pair.unit);
        var plane = new PlaneMap([.. indexes.Select(area => set.Areas[area].Centroid)]);
        var neighbours = new List<(int A, int B)>();
        for (int unit = 0; unit < indexes.Length; unit++)
        {
            foreach (int neighbour in set.Neighbours.Of(indexes[unit]))
            {
                if (unitOf.TryGetValue(neighbour, out int other) && other > unit)
                {
                    neighbours.Add((unit, other));
                }
            }
        }

        var links = new List<AddedLink>();
        foreach (SeaLink link in set.Linked().Links)
        {
            if (unitOf.TryGetValue(link.A, out int a) && unitOf.TryGetValue(link.B, out int b))
            {
                links.Add(new AddedLink(a, b, link.Metres));
            }
        }

        Join(set, indexes, neighbours, links);
        return new DesignAreas(set, indexes, [.. indexes.Select(area => plane.Of(set.Areas[area].Centroid))], [.. neighbours, .. links.Select(link => (link.A, link.B))], [.. links]);
    }

    /// <summary>A part of a set may have lost the areas through which it hung together: its pieces are joined where their middles are nearest.</summary>
    private static void Join(BoundarySet set, ImmutableArray<int> indexes, List<(int A, int B)> neighbours, List<AddedLink> links)
    {
        while (true)
        {
            (int[] pieceOf, int pieces) = new UnitGraph(indexes.Length, neighbours.Concat(links.Select(link => (link.A, link.B)))).Pieces();
            if (pieces <= 1)
            {
                return;
            }

            // The smallest piece looks for the nearest unit of any other.
            int piece = Enumerable.Range(0, pieces).MinBy(number => pieceOf.Count(other => other == number));
            (int A, int B, Metres Distance)? best = null;
            for (int a = 0; a < indexes.Length; a++)
            {
                for (int b = 0; pieceOf[a] == piece && b < indexes.Length; b++)
                {
                    if (pieceOf[b] != piece && set.Areas[indexes[a]].Centroid.DistanceTo(set.Areas[indexes[b]].Centroid) is var distance && !(distance >= best?.Distance))
                    {
                        best = (a, b, distance);
                    }
                }
            }

            links.Add(new AddedLink(Math.Min(best!.Value.A, best.Value.B), Math.Max(best.Value.A, best.Value.B), best.Value.Distance));
        }
    }
}
