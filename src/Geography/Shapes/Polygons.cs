using Bailiwick.Measures;
using NetTopologySuite.Geometries;

namespace Bailiwick.Geography.Shapes;

/// <summary>Rings grouped to polygons: each hole with the shell that holds it.</summary>
internal static class Polygons
{
    public static GeometryFactory Factory { get; } = new(new PrecisionModel(GridPoint.PerDegree), 4326);

    /// <summary>The polygons of one area's rings; in each the shell first. A hole outside of every shell is a shell drawn backwards.</summary>
    public static List<List<GridPoint[]>> Group(IReadOnlyList<GridPoint[]> rings)
    {
        // Smaller shells first: a hole belongs to the smallest shell that holds it.
        var polygons = rings.Where(ring => Ring.TwiceSurface(ring) >= 0)
            .OrderBy(ring => Ring.TwiceSurface(ring))
            .Select(shell => new List<GridPoint[]> { shell })
            .ToList();
        int shells = polygons.Count;
        foreach (GridPoint[] hole in rings.Where(ring => Ring.TwiceSurface(ring) < 0))
        {
            int holder = polygons.FindIndex(0, shells, polygon => Holds(polygon[0], hole));
            if (holder >= 0)
            {
                polygons[holder].Add(hole);
            }
            else
            {
                polygons.Add([[.. hole.Reverse()]]);
            }
        }

        return polygons;
    }

    /// <summary>The rings without those holes that no shell holds: loops of a border that crosses itself, which lie in the neighbour.</summary>
    public static List<GridPoint[]> WithoutStrayHoles(List<GridPoint[]> rings)
    {
        List<GridPoint[]> shells = [.. rings.Where(ring => Ring.TwiceSurface(ring) >= 0)];
        return shells.Count == 0 ? rings : [.. rings.Where(ring => Ring.TwiceSurface(ring) >= 0 || shells.Exists(shell => Holds(shell, ring)))];
    }

    public static Geometry ToGeometry(IReadOnlyList<GridPoint[]> rings)
    {
        Polygon[] polygons = [.. Group(rings).Select(ToPolygon)];
        return polygons.Length == 1 ? polygons[0] : Factory.CreateMultiPolygon(polygons);
    }

    public static Polygon ToPolygon(List<GridPoint[]> rings) =>
        Factory.CreatePolygon(ToLinearRing(rings[0]), [.. rings.Skip(1).Select(ToLinearRing)]);

    /// <summary>The simple rings of a geometry's polygons; its lines and points, which have no surface, are left out.</summary>
    public static List<GridPoint[]> ToRings(Geometry geometry)
    {
        var rings = new List<GridPoint[]>();
        for (int i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is Polygon polygon && !polygon.IsEmpty)
            {
                rings.AddRange(Ring.Simple(ToLine(polygon.Shell), isShell: true));
                foreach (LinearRing hole in polygon.Holes)
                {
                    rings.AddRange(Ring.Simple(ToLine(hole), isShell: false));
                }
            }
        }

        return rings;
    }

    /// <summary>A point inside the largest polygon: its centroid if that lies inside.</summary>
    public static LonLat Middle(IReadOnlyList<GridPoint[]> rings)
    {
        List<GridPoint[]> largest = Group(rings).MaxBy(polygon => Surface.SquareKilometres(polygon)) ?? throw new ArgumentException("an area without rings has no middle", nameof(rings));
        Polygon polygon = ToPolygon(largest);
        Point centroid = polygon.Centroid;
        bool isInside = Ring.Contains(largest[0], centroid.X * GridPoint.PerDegree, centroid.Y * GridPoint.PerDegree)
            && !largest.Skip(1).Any(hole => Ring.Contains(hole, centroid.X * GridPoint.PerDegree, centroid.Y * GridPoint.PerDegree));
        Point middle = isInside ? centroid : polygon.InteriorPoint;
        return GridPoint.Of(middle.X, middle.Y).ToLonLat();
    }

    private static bool Holds(GridPoint[] shell, GridPoint[] hole)
    {
        // A corner that is not the shell's own decides, since a hole may touch its shell in corners.
        foreach (GridPoint corner in hole)
        {
            if (!Array.Exists(shell, own => own == corner))
            {
                return Ring.Contains(shell, corner.X, corner.Y);
            }
        }

        return Ring.Contains(shell, ((double)hole[0].X + hole[1].X) / 2, ((double)hole[0].Y + hole[1].Y) / 2);
    }

    private static LinearRing ToLinearRing(GridPoint[] ring)
    {
        var corners = new Coordinate[ring.Length + 1];
        for (int i = 0; i < ring.Length; i++)
        {
            corners[i] = new Coordinate(ring[i].Longitude, ring[i].Latitude);
        }

        corners[^1] = corners[0].Copy();
        return Factory.CreateLinearRing(corners);
    }

    private static List<GridPoint> ToLine(LinearRing ring) => [.. ring.Coordinates.Select(corner => GridPoint.Of(corner.X, corner.Y))];
}
