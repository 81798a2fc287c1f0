using System.Text;
using Bailiwick.Measures;

namespace Bailiwick.Geography.Tests;

public sealed class ShapeTests
{
    private const string Square = "[[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]]";

    [Theory]
    [InlineData(5, 1, true)]
    [InlineData(5, 5, false)]   // in the hole
    [InlineData(4, 5, true)]    // on the border of the hole
    [InlineData(10, 10, true)]  // a corner
    [InlineData(10, 5, true)]   // on the border
    [InlineData(10.000001, 5, false)]
    [InlineData(-170, 5, false)]
    public void A_border_belongs_to_its_shape(double longitude, double latitude, bool expected)
    {
        string[] ways =
        [
            $$"""{ "type": "Polygon", "coordinates": {{Square}} }""",
            $$"""{ "coordinates": [{{Square}}], "type": "MultiPolygon" }""",
            $$"""{ "type": "Feature", "properties": null, "geometry": { "type": "Polygon", "coordinates": {{Square}} } }""",
            $$"""{ "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": {}, "geometry": { "type": "GeometryCollection", "geometries": [{ "type": "Polygon", "coordinates": {{Square}} }] } }] }""",
        ];
        Assert.All(ways, way => Assert.Equal(expected, Read(way).Contains(new LonLat(longitude, latitude))));
    }

    [Fact]
    public void Polygons_that_overlap_or_share_a_border_are_one_shape()
    {
        Shape shape = Read("""
            { "type": "MultiPolygon", "coordinates": [
              [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]], [[[5, 5], [15, 5], [15, 15], [5, 15], [5, 5]]], [[[15, 5], [20, 5], [20, 15], [15, 15], [15, 5]]]] }
            """);
        Assert.All([(1, 1), (7, 7), (12, 12), (15, 10), (18, 10)], point => Assert.True(shape.Contains(new LonLat(point.Item1, point.Item2)), point.ToString()));
        Assert.False(shape.Contains(new LonLat(2, 12)));
    }

    [Theory]
    [InlineData("", "1:1 geography.bad-json")]
    [InlineData("{\n  \"type\": \"Polygon\",,\n}", "2:21 geography.bad-json")]
    [InlineData("{ \"type\": \"FeatureCollection\", \"features\": [] }", "1:1 geography.no-shape")]
    [InlineData("[1, 2]", "1:1 geography.not-a-shape")]
    [InlineData("{ \"type\": \"Feature\", \"geometry\": null }", "1:34 geography.not-a-shape")]
    [InlineData("{ \"type\": \"Feature\",\n \"properties\": { \"名\": \"港\" }, \"geometry\": { \"type\": \"Point\", \"coordinates\": [1, 2] } }", "2:42 geography.not-a-shape")]
    [InlineData("{ \"type\": \"MultiPolygon\" }", "1:1 geography.bad-shape")]
    [InlineData("{ \"type\": \"Polygon\", \"coordinates\": 5 }", "1:37 geography.bad-shape")]
    [InlineData("{ \"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 1], [0, 0]]] }", "1:38 geography.short-ring")]
    [InlineData("{ \"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 1],\n  [0, 1], [0, 2]]] }", "1:38 geography.open-ring")]
    [InlineData("{ \"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 1],\n  [\"0\", 1], [0, 0]]] }", "2:3 geography.bad-position")]
    [InlineData("{ \"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 1],\n  [25, 121], [0, 0]]] }", "2:3 geography.outside-earth")]
    [InlineData("{ \"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 1e999], [25, 21], [0, 0]]] }", "1:47 geography.outside-earth")]
    [InlineData("{ \"type\": \"Polygon\", \"coordinates\": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]] }", "1:37 geography.invalid-shape")]
    [InlineData("{ \"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [2, 0], [0, 0]]] }", "1:37 geography.invalid-shape")]
    [InlineData("{ \"type\": \"Polygon\", \"coordinates\": [[[0, 0], [2, 0], [2, 2], [0, 0]], [[5, 5], [6, 5], [6, 6], [5, 5]]] }", "1:37 geography.invalid-shape")]
    public void What_is_no_shape_is_told_with_its_place(string text, string expected)
    {
        ShapeReading reading = Shape.Parse("harbour.geojson", text);
        Assert.Null(reading.Shape);
        Problem problem = Assert.Single(reading.Problems);
        Assert.Equal($"harbour.geojson:{expected}", $"{problem.Place} {problem.Code}");
    }

    [Fact]
    public void All_broken_rings_are_told_at_once() =>
        Assert.Equal(
            ["geography.short-ring", "geography.open-ring", "geography.invalid-shape"],
            Shape.Parse("x", """
                { "type": "MultiPolygon", "coordinates": [[[[0, 0]]], [[[0, 0], [1, 0], [1, 1], [0, 1]]], [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]] }
                """).Problems.Select(problem => problem.Code));

    [Fact]
    public void A_shape_with_many_corners_answers_as_plain_counting_of_crossings_does()
    {
        const int Corners = 5_000;
        var text = new StringBuilder("{ \"type\": \"Polygon\", \"coordinates\": [[");
        var ring = new List<(double X, double Y)>();
        var chance = new Chance(3);
        for (int corner = 0; corner < Corners; corner++)
        {
            double angle = 2 * Math.PI * corner / Corners;
            double radius = 5 + (chance.Next(1_000) / 500.0);
            ring.Add((radius * Math.Cos(angle), radius * Math.Sin(angle)));
        }

        ring.Add(ring[0]);
        text.AppendJoin(", ", ring.Select(corner => FormattableString.Invariant($"[{corner.X:R}, {corner.Y:R}]"))).Append("]] }");
        Shape shape = Read(text.ToString());
        for (int run = 0; run < 5_000; run++)
        {
            (double x, double y) = (chance.Next(16_000) / 1_000.0 - 8, chance.Next(16_000) / 1_000.0 - 8 + 1e-7);
            bool inside = false;
            for (int i = 1; i < ring.Count; i++)
            {
                (var a, var b) = (ring[i - 1], ring[i]);
                inside ^= (a.Y > y) != (b.Y > y) && x < a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X));
            }

            Assert.True(inside == shape.Contains(new LonLat(x, y)), $"({x}, {y})");
        }
    }

    private static Shape Read(string text)
    {
        ShapeReading reading = Shape.Parse("shape.geojson", text);
        Assert.Empty(reading.Problems);
        return reading.Shape!;
    }
}
