using System.Text.Json;
using Bailiwick.Geography.Shapes;

namespace Bailiwick.Geography.Files;

/// <summary>One feature of a boundary file: its id and properties, and its lines as they came.</summary>
/// <param name="Id">The feature's own id; null when it has none.</param>
/// <param name="Properties">Its properties as text, by name.</param>
/// <param name="Lines">The closed lines of its polygons.</param>
internal sealed record Feature(string? Id, IReadOnlyDictionary<string, string> Properties, List<FeatureLine> Lines)
{
    /// <summary>Its simple rings, the inside to the left.</summary>
    public List<GridPoint[]> Rings() =>
    [
        .. Lines.SelectMany(line => Antimeridian.IsCrossedBy(line.Points) ? Antimeridian.Cut(line) : [line])
            .SelectMany(line => Ring.Simple(line.Points, line.IsShell)),
    ];
}

/// <summary>A closed line of a polygon.</summary>
internal sealed record FeatureLine(IReadOnlyList<GridPoint> Points, bool IsShell);

/// <summary>Reads TopoJSON (Bostock and Metcalf, "The TopoJSON Format Specification", 2013).</summary>
internal static class TopoJson
{
    /// <summary>The features of one object of a topology.</summary>
    /// <param name="root">The topology.</param>
    /// <param name="name">The object's name; null for the first.</param>
    /// <exception cref="FormatException">A part is missing or of the wrong kind.</exception>
    public static List<Feature> Read(JsonElement root, string? name = null)
    {
        GridPoint[][] arcs = ReadArcs(root);
        JsonElement objects = root.GetProperty("objects");
        JsonElement wanted = name is null ? objects.EnumerateObject().First().Value : objects.GetProperty(name);
        return wanted.TryGetProperty("geometries", out JsonElement geometries)
            ? [.. geometries.EnumerateArray().Select(geometry => ReadFeature(geometry, arcs))]
            : [ReadFeature(wanted, arcs)];
    }

    private static GridPoint[][] ReadArcs(JsonElement root)
    {
        (double scaleX, double scaleY, double moveX, double moveY) = (1, 1, 0, 0);
        bool isQuantized = root.TryGetProperty("transform", out JsonElement transform);
        if (isQuantized)
        {
            (scaleX, scaleY) = Pair(transform.GetProperty("scale"));
            (moveX, moveY) = Pair(transform.GetProperty("translate"));
        }

        return
        [
            .. root.GetProperty("arcs").EnumerateArray().Select(arc =>
            {
                (double x, double y) = (0, 0);
                return arc.EnumerateArray().Select(position =>
                {
                    (double dx, double dy) = Pair(position);
                    (x, y) = isQuantized ? (x + dx, y + dy) : (dx, dy);
                    return Positions.ToGrid((x * scaleX) + moveX, (y * scaleY) + moveY);
                }).ToArray();
            }),
        ];
    }

    private static (double X, double Y) Pair(JsonElement position) => (position[0].GetDouble(), position[1].GetDouble());

    private static Feature ReadFeature(JsonElement geometry, GridPoint[][] arcs)
    {
        var lines = new List<FeatureLine>();
        switch (geometry.GetProperty("type").GetString())
        {
            case "Polygon":
                AddPolygon(geometry.GetProperty("arcs"), arcs, lines);
                break;
            case "MultiPolygon":
                foreach (JsonElement polygon in geometry.GetProperty("arcs").EnumerateArray())
                {
                    AddPolygon(polygon, arcs, lines);
                }

                break;
        }

        return new Feature(Properties.IdOf(geometry), Properties.Of(geometry), lines);
    }

    private static void AddPolygon(JsonElement rings, GridPoint[][] arcs, List<FeatureLine> lines)
    {
        bool isShell = true;
        foreach (JsonElement ring in rings.EnumerateArray())
        {
            var points = new List<GridPoint>();
            foreach (JsonElement entry in ring.EnumerateArray())
            {
                int arc = entry.GetInt32();
                GridPoint[] line = arcs[arc >= 0 ? arc : ~arc];
                points.AddRange(arc >= 0 ? line : line.Reverse());
            }

            lines.Add(new FeatureLine(points, isShell));
            isShell = false;
        }
    }
}
