using Bailiwick.Geography.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Bailiwick.Geography.Files;

/// <summary>Cuts lines that run over the 180th meridian, where longitudes jump from one end of the range to the other.</summary>
internal static class Antimeridian
{
    private const long FullCircle = 3_600_000_000;
    private const long HalfCircle = FullCircle / 2;

    // Lines this near to a pole only close the map's lower edge.
    private const double PoleLatitude = 89.9;

    /// <summary>Whether two points that follow each other are more than half the earth apart.</summary>
    public static bool IsCrossedBy(IReadOnlyList<GridPoint> line)
    {
        for (int i = 1; i < line.Count; i++)
        {
            if (Math.Abs((long)line[i].X - line[i - 1].X) > HalfCircle)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The line as pieces that stay within −180 to 180. A line around a pole becomes a shell that holds the pole.</summary>
    public static IEnumerable<FeatureLine> Cut(FeatureLine line)
    {
        if (line.Points.All(point => Math.Abs(point.Latitude) > PoleLatitude))
        {
            return [];
        }

        var unrolled = new List<Coordinate>();
        long turns = 0;
        for (int i = 0; i < line.Points.Count; i++)
        {
            long step = i == 0 ? 0 : (long)line.Points[i].X - line.Points[i - 1].X;
            turns -= step > HalfCircle ? FullCircle : step < -HalfCircle ? -FullCircle : 0;
            unrolled.Add(new Coordinate((line.Points[i].X + turns) / GridPoint.PerDegree, line.Points[i].Latitude));
        }

        bool isAroundPole = turns != 0;
        if (isAroundPole)
        {
            double pole = unrolled.Average(corner => corner.Y) > 0 ? 90 : -90;
            unrolled.Add(new Coordinate(unrolled[^1].X, pole));
            unrolled.Add(new Coordinate(unrolled[0].X, pole));
        }

        unrolled.Add(unrolled[0].Copy());
        Geometry whole = GeometryFixer.Fix(new GeometryFactory().CreatePolygon([.. unrolled]));
        return Enumerable.Range(-2, 5).SelectMany(turn => Window(whole, turn * 360.0)).Select(points => new FeatureLine(points, line.IsShell || isAroundPole));
    }

    private static IEnumerable<List<GridPoint>> Window(Geometry whole, double west)
    {
        var window = new Envelope(west - 180, west + 180, -90, 90);
        if (!window.Intersects(whole.EnvelopeInternal))
        {
            yield break;
        }

        Geometry part = NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Overlay(
            whole, whole.Factory.ToGeometry(window), NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection);
        for (int i = 0; i < part.NumGeometries; i++)
        {
            if (part.GetGeometryN(i) is Polygon polygon)
            {
                yield return [.. polygon.Shell.Coordinates.Select(corner => GridPoint.Of(Math.Clamp(corner.X - west, -180, 180), corner.Y))];
            }
        }
    }
}
