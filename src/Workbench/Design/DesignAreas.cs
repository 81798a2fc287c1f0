using System.Collections.Immutable;
using Bailiwick.Alignment;
using Bailiwick.Geography;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Design;

/// <summary>The areas that are shared out: units with a point and neighbours, hanging together.</summary>
internal sealed class DesignAreas
{
    private DesignAreas(BoundarySet set, ImmutableArray<int> indexes)
    {
        Set = set;
        Indexes = indexes;
        UnitOf = new int[set.Areas.Length];
        Array.Fill(UnitOf, -1);
        for (int unit = 0; unit < indexes.Length; unit++)
        {
            UnitOf[indexes[unit]] = unit;
        }

        var plane = new PlaneMap([.. indexes.Select(area => set.Areas[area].Centroid)]);
        Points = [.. indexes.Select(area => plane.Of(set.Areas[area].Centroid))];
        List<(int A, int B)> touching = [.. set.Neighbours.Pairs().Select(pair => (UnitOf[pair.A], UnitOf[pair.B])).Where(IsBetweenUnits)];
        List<AddedLink> links =
        [
            .. set.Linked().Links.Select(link => new AddedLink(UnitOf[link.A], UnitOf[link.B], link.Metres)).Where(link => IsBetweenUnits((link.A, link.B))),
        ];
        Join(touching, links);
        Neighbours = [.. touching, .. links.Select(link => (link.A, link.B))];
        Links = [.. links];
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

    internal static DesignAreas Of(BoundarySet set, DesignScope scope) =>
        new(set, [.. Enumerable.Range(0, set.Areas.Length).Where(area => scope.IsAreaIn[area])]);

    private static bool IsBetweenUnits((int A, int B) pair) => pair.A >= 0 && pair.B >= 0;

    /// <summary>A part of a set may have lost the areas through which it hung together: its pieces are joined where their middles are nearest.</summary>
    private void Join(List<(int A, int B)> touching, List<AddedLink> links)
    {
        while (true)
        {
            (int[] pieceOf, int pieces) = new UnitGraph(Indexes.Length, touching.Concat(links.Select(link => (link.A, link.B)))).Pieces();
            if (pieces <= 1)
            {
                return;
            }

            // The smallest piece looks for the nearest unit of any other.
            int piece = Enumerable.Range(0, pieces).MinBy(number => pieceOf.Count(other => other == number));
            (int A, int B, Metres Distance)? best = null;
            for (int a = 0; a < Indexes.Length; a++)
            {
                for (int b = 0; pieceOf[a] == piece && b < Indexes.Length; b++)
                {
                    if (pieceOf[b] != piece && AreaOf(a).Centroid.DistanceTo(AreaOf(b).Centroid) is var distance && !(distance >= best?.Distance))
                    {
                        best = (a, b, distance);
                    }
                }
            }

            links.Add(new AddedLink(Math.Min(best!.Value.A, best.Value.B), Math.Max(best.Value.A, best.Value.B), best.Value.Distance));
        }
    }
}
