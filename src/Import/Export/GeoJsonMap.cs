using System.Text.Json;
using Bailiwick.Geography;
using Bailiwick.Market;

namespace Bailiwick.Import.Export;

/// <summary>Writes a sheet as GeoJSON polygons (RFC 7946), made of the areas of a boundary set.</summary>
internal static class GeoJsonMap
{
    /// <param name="sheet">One feature a row.</param>
    /// <param name="set">The areas.</param>
    /// <param name="rowOf">Per area the row it belongs to; −1 for none. Areas of one row are dissolved; a row without areas has a null geometry.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(Sheet sheet, BoundarySet set, IReadOnlyList<int> rowOf, Stream output)
    {
        List<(double X, double Y)[]>?[] rings = Rings(set, rowOf);
        GeoJsonSheet.Write(sheet, output, (writer, row, _) => Geometry(writer, row < rings.Length ? rings[row] : null));
    }

    private static List<(double X, double Y)[]>?[] Rings(BoundarySet set, IReadOnlyList<int> rowOf)
    {
        var ofRow = new List<(double X, double Y)[]>?[rowOf.DefaultIfEmpty(-1).Max() + 1];
        using var map = new MemoryStream();
        set.WriteMap(map);
        map.Position = 0;
        using JsonDocument document = JsonDocument.Parse(map);
        int area = 0;
        foreach (JsonElement feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            int row = rowOf[area++];
            if (row < 0 || feature.GetProperty("geometry") is not { ValueKind: JsonValueKind.Object } geometry)
            {
                continue;
            }

            JsonElement coordinates = geometry.GetProperty("coordinates");
            IEnumerable<JsonElement> polygons = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray();
            (ofRow[row] ??= []).AddRange(polygons.SelectMany(polygon => polygon.EnumerateArray()).Select(Points));
        }

        return ofRow;
    }

    private static (double X, double Y)[] Points(JsonElement ring) => [.. ring.EnumerateArray().Select(point => (point[0].GetDouble(), point[1].GetDouble()))];

    private static void Geometry(Utf8JsonWriter writer, List<(double X, double Y)[]>? rings)
    {
        if (rings is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", "MultiPolygon");
        writer.WriteStartArray("coordinates");
        foreach (List<(double X, double Y)[]> polygon in Dissolve.Polygons(rings))
        {
            writer.WriteStartArray();
            foreach ((double X, double Y)[] ring in polygon)
            {
                writer.WriteStartArray();
                foreach ((double x, double y) in ring)
                {
                    writer.WriteStartArray();
                    writer.WriteNumberValue(x);
                    writer.WriteNumberValue(y);
                    writer.WriteEndArray();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
