using System.Text.Json;
using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;

namespace Bailiwick.Geography.Files;

/// <summary>Reads GeoJSON (RFC 7946): a FeatureCollection, a Feature, or a bare geometry.</summary>
internal static class GeoJson
{
    /// <summary>The features with polygons. What is broken or has no polygon is left out and told.</summary>
    public static List<Feature> Read(JsonElement root, string file, List<Problem> problems)
    {
        if (ForeignProjection(root) is { } projection)
        {
            problems.Add(Problems.ForeignProjection(file, projection));
            return [];
        }

        IEnumerable<JsonElement> features = TypeOf(root) == "FeatureCollection" && root.TryGetProperty("features", out JsonElement all) && all.ValueKind == JsonValueKind.Array
            ? all.EnumerateArray()
            : [root];
        var found = new List<Feature>();
        int number = 0;
        foreach (JsonElement feature in features)
        {
            number++;
            try
            {
                var lines = new List<FeatureLine>();
                AddLines(TypeOf(feature) == "Feature" ? feature.GetProperty("geometry") : feature, lines);
                if (lines.Count == 0)
                {
                    problems.Add(Problems.NoPolygon(file, number));
                    continue;
                }

                found.Add(new Feature(Properties.IdOf(feature), Properties.Of(feature), lines));
            }
            catch (FormatException broken)
            {
                problems.Add(Problems.BadCoordinates(file, number, broken.Message));
            }
            catch (Exception broken) when (broken is InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
            {
                problems.Add(Problems.BadFeature(file, number));
            }
        }

        return found;
    }

    private static string? TypeOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    /// <summary>The name of a projection other than longitude and latitude, in the way of the older GeoJSON of 2008.</summary>
    private static string? ForeignProjection(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("crs", out JsonElement crs) || crs.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        string text = crs.GetRawText();
        string[] plain = ["CRS84", "4326", "3824", "4269"]; // WGS 84, TWD97 and NAD83 in degrees: the same within two metres
        return plain.Any(name => text.Contains(name, StringComparison.Ordinal)) ? null : text;
    }

    private static void AddLines(JsonElement geometry, List<FeatureLine> lines)
    {
        switch (TypeOf(geometry))
        {
            case "Polygon":
                AddPolygon(geometry.GetProperty("coordinates"), lines);
                break;
            case "MultiPolygon":
                foreach (JsonElement polygon in geometry.GetProperty("coordinates").EnumerateArray())
                {
                    AddPolygon(polygon, lines);
                }

                break;
            case "GeometryCollection":
                foreach (JsonElement part in geometry.GetProperty("geometries").EnumerateArray())
                {
                    AddLines(part, lines);
                }

                break;
        }
    }

    private static void AddPolygon(JsonElement rings, List<FeatureLine> lines)
    {
        bool isShell = true;
        foreach (JsonElement ring in rings.EnumerateArray())
        {
            List<GridPoint> points = [.. ring.EnumerateArray().Select(position => Positions.ToGrid(position[0].GetDouble(), position[1].GetDouble()))];
            lines.Add(new FeatureLine(points, isShell));
            isShell = false;
        }
    }
}
