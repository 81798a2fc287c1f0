using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bailiwick.Geography.Shapes;

/// <summary>Writes a set for a browser. Lines are simplified once per shared border, so that neighbours still meet.</summary>
internal static class MapWriter
{
    /// <summary>Lines may move by this part of a typical area's width: invisible until one area fills the screen.</summary>
    private const double ToleranceShare = 1.0 / 250;

    public static void Write(BoundarySet set, Stream output)
    {
        double width = TypicalWidth(set);
        double tolerance = width * ToleranceShare;
        // Four decimals are 11 m, five are 1 m.
        int decimals = tolerance * GridPoint.PerDegree < 5000 ? 5 : 4;
        GridPoint[][] lines = Simplify(set.Topology, tolerance, (int)Math.Pow(10, 7 - decimals));
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        for (int area = 0; area < set.Areas.Length; area++)
        {
            WriteArea(json, set, area, lines, decimals);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The square root of the median area, in grid units of latitude.</summary>
    private static double TypicalWidth(BoundarySet set)
    {
        double[] surfaces = [.. set.Areas.Select(area => area.SquareKilometres).Order()];
        return surfaces.Length == 0 ? 0 : Math.Sqrt(surfaces[surfaces.Length / 2]) / 111.2 * GridPoint.PerDegree;
    }

    private static GridPoint[][] Simplify(Topology topology, double tolerance, int unit)
    {
        var lines = new GridPoint[topology.ArcCount][];
        for (int arc = 0; arc < lines.Length; arc++)
        {
            lines[arc] = Round(LineSimplifier.Simplify(topology.Arc(arc), tolerance), unit);
        }

        // A ring that has lost its inside takes the full lines back, and so do its neighbours, who share them.
        for (int ring = 0; ring < topology.RingStarts.Length - 1; ring++)
        {
            GridPoint[] simplified = topology.RingPoints(ring, arc => lines[arc]);
            if (simplified.Length < 3 || Ring.TwiceSurface(simplified) == 0)
            {
                for (int at = topology.RingStarts[ring]; at < topology.RingStarts[ring + 1]; at++)
                {
                    int arc = topology.ArcsOfRings[at] >= 0 ? topology.ArcsOfRings[at] : ~topology.ArcsOfRings[at];
                    lines[arc] = Round(topology.Arc(arc), unit);
                }
            }
        }

        return lines;
    }

    private static GridPoint[] Round(ReadOnlySpan<GridPoint> line, int unit)
    {
        var rounded = new List<GridPoint>(line.Length);
        foreach (GridPoint point in line)
        {
            var next = new GridPoint(RoundTo(point.X, unit), RoundTo(point.Y, unit));
            if (rounded.Count == 0 || rounded[^1] != next)
            {
                rounded.Add(next);
            }
        }

        return [.. rounded];
    }

    private static int RoundTo(int value, int unit) => (int)(Math.Round((double)value / unit) * unit);

    private static void WriteArea(Utf8JsonWriter json, BoundarySet set, int area, GridPoint[][] lines, int decimals)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteNumber("id", area);
        json.WriteStartObject("properties");
        json.WriteString("code", set.Areas[area].Code.Value);
        json.WriteString("name", set.Areas[area].Name.English);
        json.WriteString("zh", set.Areas[area].Name.Chinese);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (List<GridPoint[]> polygon in Polygons.Group(Rings(set.Topology, area, lines)))
        {
            json.WriteStartArray();
            foreach (GridPoint[] ring in polygon)
            {
                WriteRing(json, ring, decimals);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static List<GridPoint[]> Rings(Topology topology, int area, GridPoint[][] lines)
    {
        var rings = new List<GridPoint[]>();
        for (int ring = topology.AreaStarts[area]; ring < topology.AreaStarts[area + 1]; ring++)
        {
            GridPoint[] points = topology.RingPoints(ring, arc => lines[arc]);
            if (points.Length >= 3 && Ring.TwiceSurface(points) != 0)
            {
                rings.Add(points);
            }
        }

        return rings;
    }

    private static void WriteRing(Utf8JsonWriter json, GridPoint[] ring, int decimals)
    {
        json.WriteStartArray();
        for (int i = 0; i <= ring.Length; i++)
        {
            GridPoint point = ring[i % ring.Length];
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round((decimal)point.Longitude, decimals));
            json.WriteNumberValue(Math.Round((decimal)point.Latitude, decimals));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
