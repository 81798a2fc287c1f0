using System.Text;
using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;
using NetTopologySuite.IO;

namespace Bailiwick.Geography.Tests;

/// <summary>Small worlds drawn as WKT, so that a failing case can be pasted into a viewer.</summary>
internal static class SmallWorlds
{
    /// <summary>Three fields in a row, an island, and a lake in the middle field: a-b-c touch along lines, d is alone.</summary>
    public static readonly (string Code, string Wkt)[] ThreeFieldsAndAnIsland =
    [
        ("a", "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"),
        ("b", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0), (1.4 0.4, 1.6 0.4, 1.6 0.6, 1.4 0.6, 1.4 0.4))"),
        ("c", "POLYGON ((2 0, 3 0, 3 1, 2 1, 2 0))"),
        ("d", "POLYGON ((5 0, 6 0, 6 1, 5 1, 5 0))"),
    ];

    /// <summary>Four fields that meet in one point: each has two neighbours, the diagonal ones do not count.</summary>
    public static readonly (string Code, string Wkt)[] FourCorners =
    [
        ("ne", "POLYGON ((1 1, 2 1, 2 2, 1 2, 1 1))"),
        ("nw", "POLYGON ((0 1, 1 1, 1 2, 0 2, 0 1))"),
        ("se", "POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"),
        ("sw", "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"),
    ];

    public static BoundarySet Set(IEnumerable<(string Code, string Wkt)> areas) => BoundarySet.Of("small", Text.Same("small"), areas.Select(area =>
        new AreaDraft(area.Code, Text.Same(area.Code), null, null, null, Polygons.ToRings(new WKTReader(Polygons.Factory.GeometryServices).Read(area.Wkt)))));

    /// <summary>The same areas as a GeoJSON file, the rings exactly as they are written.</summary>
    public static byte[] GeoJson(IEnumerable<(string Code, string Wkt)> areas)
    {
        IEnumerable<string> features = areas.Select(area =>
            $$$"""{"type":"Feature","properties":{"code":"{{{area.Code}}}","name":"field {{{area.Code}}}"},"geometry":{"type":"Polygon","coordinates":{{{Rings(area.Wkt)}}}}}""");
        return Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}""");
    }

    private static string Rings(string wkt) => "[" + string.Join(',', wkt["POLYGON ((".Length..^2].Split("), (")
        .Select(ring => "[" + string.Join(',', ring.Split(", ").Select(corner => "[" + corner.Replace(' ', ',') + "]")) + "]")) + "]";

    public static string[] NeighboursOf(BoundarySet set, string code) =>
        [.. set.Neighbours.Of(set.IndexOf(new AreaCode(code))!.Value).ToArray().Select(index => set.Areas[index].Code.Value)];
}

/// <summary>The compiled geography; made by eng/build before the tests run.</summary>
internal static class House
{
    public static readonly Lazy<Atlas> Atlas = new(() => Geography.Atlas.Open());
}
