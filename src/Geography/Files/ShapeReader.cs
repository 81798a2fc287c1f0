using System.Globalization;
using System.Text;
using System.Text.Json;
using Bailiwick.Measures;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Operation.Valid;

namespace Bailiwick.Geography.Files;

/// <summary>GeoJSON → one shape. Strict, since nobody looks at a drawn shape again: what a boundary import would mend is refused here.</summary>
internal sealed class ShapeReader(string file, string text)
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);
    private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);
    private readonly List<Problem> problems = [];
    private readonly List<Polygon> polygons = [];

    public ShapeReading Read()
    {
        LocatedJson root;
        try
        {
            root = LocatedJson.Read(bytes);
        }
        catch (JsonException broken)
        {
            return new ShapeReading(null, [Problems.BadJson(file, broken.LineNumber + 1, broken.BytePositionInLine + 1)]);
        }

        AddGeometry(root);
        if (polygons.Count == 0 && problems.Count == 0)
        {
            problems.Add(Problems.NoShape(At(root)));
        }

        return new ShapeReading(problems.Count == 0 ? new Shape(Joined()) : null, problems);
    }

    // Polygons that overlap or share a border are no valid multipolygon, and the point test counts borders.
    private MultiPolygon Joined()
    {
        MultiPolygon all = Factory.CreateMultiPolygon([.. polygons]);
        return polygons.Count == 1 || all.IsValid ? all : Factory.CreateMultiPolygon([.. Pieces(UnaryUnionOp.Union((Geometry)all))]);
    }

    private static IEnumerable<Polygon> Pieces(Geometry area) => Enumerable.Range(0, area.NumGeometries).Select(area.GetGeometryN).OfType<Polygon>();

    private void AddGeometry(LocatedJson geometry)
    {
        switch (geometry)
        {
            case JsonMap { Type: "FeatureCollection" } features: ForEach(features, "features", AddGeometry); break;
            case JsonMap { Type: "Feature" } feature when feature["geometry"] is { } inner: AddGeometry(inner); break;
            case JsonMap { Type: "GeometryCollection" } parts: ForEach(parts, "geometries", AddGeometry); break;
            case JsonMap { Type: "MultiPolygon" } many: ForEach(many, "coordinates", AddPolygon); break;
            case JsonMap { Type: "Polygon" } one when one["coordinates"] is { } rings: AddPolygon(rings); break;
            default: problems.Add(Problems.NotAShape(At(geometry), (geometry as JsonMap)?.Type)); break;
        }
    }

    private void ForEach(JsonMap map, string key, Action<LocatedJson> act)
    {
        if (map[key] is JsonList list)
        {
            list.Items.ForEach(act);
        }
        else
        {
            problems.Add(Problems.NoShapeKey(At(map), map.Type!, key));
        }
    }

    private void AddPolygon(LocatedJson polygon)
    {
        if (polygon is not JsonList { Items: { Count: > 0 } rings })
        {
            problems.Add(Problems.BadPolygon(At(polygon)));
            return;
        }

        LinearRing?[] lines = [.. rings.Select(ToRing)];
        if (lines.Any(line => line is null))
        {
            return;
        }

        Polygon made = Factory.CreatePolygon(lines[0], [.. lines.Skip(1).Select(hole => hole!)]);
        if (new IsValidOp(made).ValidationError is { } wrong)
        {
            problems.Add(Problems.BadShape(At(polygon), Words(wrong.ErrorType), Point(wrong.Coordinate)));
        }
        else
        {
            polygons.Add(made);
        }
    }

    private LinearRing? ToRing(LocatedJson ring)
    {
        if (ring is not JsonList { Items: var positions } || positions.Count < 4)
        {
            problems.Add(Problems.ShortRing(At(ring)));
            return null;
        }

        var corners = new Coordinate[positions.Count];
        for (int index = 0; index < corners.Length; index++)
        {
            if (positions[index] is not JsonList { Items: [JsonNumber longitude, JsonNumber latitude, ..] })
            {
                problems.Add(Problems.BadPosition(At(positions[index])));
                return null;
            }

            if (!LonLat.IsValid(longitude.Value, latitude.Value))
            {
                problems.Add(Problems.OutsideEarth(At(positions[index]), Point(new Coordinate(longitude.Value, latitude.Value))));
                return null;
            }

            corners[index] = new Coordinate(longitude.Value, latitude.Value);
        }

        if (!corners[0].Equals2D(corners[^1]))
        {
            problems.Add(Problems.OpenRing(At(ring), Point(corners[0]), Point(corners[^1])));
            return null;
        }

        return Factory.CreateLinearRing(corners);
    }

    private Place At(LocatedJson json) => LocatedJson.PlaceOf(file, bytes, json.At);

    private static Text Words(TopologyValidationErrors wrong) => wrong switch
    {
        TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection => new("its border crosses or touches itself", "邊界自我交叉或相接"),
        TopologyValidationErrors.HoleOutsideShell => new("a hole lies outside", "孔洞位於外環之外"),
        TopologyValidationErrors.NestedHoles => new("a hole lies in another hole", "孔洞位於另一孔洞內"),
        TopologyValidationErrors.DisconnectedInteriors => new("its holes cut it into pieces", "孔洞將其分割"),
        TopologyValidationErrors.TooFewPoints => new("it has no surface", "沒有面積"),
        _ => new("its rings do not make an area", "環無法構成區域"),
    };

    private static string Point(Coordinate corner) => string.Create(CultureInfo.InvariantCulture, $"({corner.X}, {corner.Y})");
}
