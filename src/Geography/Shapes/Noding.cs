using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Bailiwick.Geography.Shapes;

/// <summary>Makes points of one area points of its neighbours too, where their borders run through them.</summary>
internal static class Noding
{
    /// <summary>The rings with every given point that lies on one of their segments, within <paramref name="reach"/> grid units, as a corner.</summary>
    /// <returns>Per area its simple rings; the same list where nothing changed.</returns>
    public static List<GridPoint[]>[] Insert(IReadOnlyList<List<GridPoint[]>> areas, IReadOnlyCollection<GridPoint> points, double reach)
    {
        var tree = new STRtree<GridPoint>();
        foreach (GridPoint point in points)
        {
            tree.Insert(new Envelope(point.X, point.X, point.Y, point.Y), point);
        }

        tree.Build();
        return [.. areas.Select(rings => points.Count == 0 ? rings : Insert(rings, tree, reach))];
    }

    private static List<GridPoint[]> Insert(List<GridPoint[]> rings, STRtree<GridPoint> tree, double reach)
    {
        bool hasChanged = false;
        var noded = new List<GridPoint[]>();
        foreach (GridPoint[] ring in rings)
        {
            var points = new List<GridPoint>(ring.Length);
            for (int i = 0; i < ring.Length; i++)
            {
                points.Add(ring[i]);
                points.AddRange(On(ring[i], ring[(i + 1) % ring.Length], tree, reach));
            }

            bool isSame = points.Count == ring.Length;
            hasChanged |= !isSame;
            noded.AddRange(isSame ? [ring] : Ring.Simple(points, Ring.TwiceSurface(ring) > 0));
        }

        return hasChanged ? noded : rings;
    }

    /// <summary>The points on a segment, in its direction.</summary>
    private static IEnumerable<GridPoint> On(GridPoint from, GridPoint to, STRtree<GridPoint> tree, double reach)
    {
        var near = new Envelope(from.X, to.X, from.Y, to.Y);
        near.ExpandBy(reach);
        double dx = (double)to.X - from.X;
        double dy = (double)to.Y - from.Y;
        double length = double.Hypot(dx, dy);
        return tree.Query(near)
            .Where(point => point != from && point != to)
            .Select(point => (Point: point, Along: (((point.X - (double)from.X) * dx) + ((point.Y - (double)from.Y) * dy)) / length,
                Off: Math.Abs(((point.X - (double)from.X) * dy) - ((point.Y - (double)from.Y) * dx)) / length))
            .Where(point => point.Off <= reach && point.Along > 0 && point.Along < length)
            .OrderBy(point => point.Along)
            .Select(point => point.Point);
    }
}
