using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Bailiwick.Geography.Files;

/// <summary>Whether areas cover their land once: overlaps, gaps, and borders that do not meet.</summary>
internal static class CoverageCheck
{
    /// <summary>Overlaps below this are only borders that do not meet point by point.</summary>
    private const double LeastOverlapSquareMetres = 1;

    /// <summary>Borders that run nearer than this beside each other, in degrees (about 50 m), were meant to be one.</summary>
    private const double NarrowDegrees = 0.0005;

    /// <summary>What is wrong, area by area. The shapes are valid each for itself.</summary>
    public static List<Problem> Run(string file, IReadOnlyList<AreaDraft> areas)
    {
        Geometry[] shapes = [.. areas.Select(area => Polygons.ToGeometry(area.Rings))];
        var problems = new List<Problem>();
        Geometry[] invalid = CoverageValidator.Validate(shapes, NarrowDegrees);
        HashSet<int> overlapping = AddOverlaps(file, areas, shapes, invalid, problems);
        for (int i = 0; i < areas.Count; i++)
        {
            if (invalid[i] is { IsEmpty: false } lines && !overlapping.Contains(i))
            {
                problems.Add(Problems.Mismatch(file, areas[i].Code, At(lines)));
            }
        }

        foreach (Geometry gap in Gaps(shapes))
        {
            problems.Add(Problems.Gap(file, SquareMetres(gap), At(gap)));
        }

        return problems;
    }

    /// <summary>A point in or on a shape, as people write it: longitude, latitude.</summary>
    public static string At(Geometry shape)
    {
        Coordinate at = shape.Dimension == Dimension.Surface ? shape.InteriorPoint.Coordinate : shape.Coordinate;
        return FormattableString.Invariant($"{at.X:F5}, {at.Y:F5}");
    }

    /// <summary>The surface of a shape in square metres.</summary>
    public static double SquareMetres(Geometry shape) => Surface.SquareKilometres(Polygons.ToRings(shape)) * 1e6;

    private static HashSet<int> AddOverlaps(string file, IReadOnlyList<AreaDraft> areas, Geometry[] shapes, Geometry[] invalid, List<Problem> problems)
    {
        var overlapping = new HashSet<int>();
        var tree = new STRtree<int>();
        int[] suspects = [.. Enumerable.Range(0, shapes.Length).Where(i => invalid[i] is { IsEmpty: false })];
        foreach (int i in suspects)
        {
            tree.Insert(shapes[i].EnvelopeInternal, i);
        }

        tree.Build();
        foreach (int a in suspects)
        {
            IPreparedGeometry prepared = PreparedGeometryFactory.Prepare(shapes[a]);
            foreach (int b in tree.Query(shapes[a].EnvelopeInternal).Where(b => b > a && prepared.Intersects(shapes[b])).Order())
            {
                Geometry common = OverlayNGRobust.Overlay(shapes[a], shapes[b], SpatialFunction.Intersection);
                if (common.Dimension == Dimension.Surface && SquareMetres(common) is >= LeastOverlapSquareMetres and double squareMetres)
                {
                    problems.Add(Problems.Overlap(file, areas[a].Code, areas[b].Code, squareMetres, At(common)));
                    overlapping.Add(a);
                    overlapping.Add(b);
                }
            }
        }

        return overlapping;
    }

    /// <summary>The holes that no area fills: gaps, or lakes.</summary>
    private static IEnumerable<Geometry> Gaps(Geometry[] shapes)
    {
        Geometry all = OverlayNGRobust.Union(shapes);
        for (int i = 0; i < all.NumGeometries; i++)
        {
            if (all.GetGeometryN(i) is Polygon polygon)
            {
                foreach (LinearRing hole in polygon.Holes)
                {
                    yield return hole.Factory.CreatePolygon(hole);
                }
            }
        }
    }
}
