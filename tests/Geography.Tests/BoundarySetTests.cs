using System.Text.Json;
using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;
using CsCheck;
using NetTopologySuite.Geometries;

namespace Bailiwick.Geography.Tests;

public sealed class BoundarySetTests
{
    [Fact]
    public void Areas_that_share_a_line_are_neighbours_and_an_island_has_none()
    {
        BoundarySet set = SmallWorlds.Set(SmallWorlds.ThreeFieldsAndAnIsland);

        Assert.Equal(["b"], SmallWorlds.NeighboursOf(set, "a"));
        Assert.Equal(["a", "c"], SmallWorlds.NeighboursOf(set, "b"));
        Assert.Empty(SmallWorlds.NeighboursOf(set, "d"));
    }

    [Fact]
    public void Touching_in_a_point_is_not_being_neighbours()
    {
        BoundarySet set = SmallWorlds.Set(SmallWorlds.FourCorners);

        Assert.Equal(["nw", "se"], SmallWorlds.NeighboursOf(set, "ne"));
        Assert.Equal(4, set.Neighbours.Edges);
    }

    [Theory]
    [InlineData(0.5, 0.5, "a")]
    [InlineData(1.5, 0.2, "b")]
    [InlineData(1.5, 0.5, null)] // the lake
    [InlineData(5.5, 0.99, "d")]
    [InlineData(4, 0.5, null)]
    [InlineData(0.5, 1.5, null)]
    [InlineData(-170, 80, null)]
    public void A_point_lies_in_the_area_that_holds_it(double longitude, double latitude, string? code)
    {
        BoundarySet set = SmallWorlds.Set(SmallWorlds.ThreeFieldsAndAnIsland);

        int? found = set.Find(new LonLat(longitude, latitude));

        Assert.Equal(code, found is { } index ? set.Areas[index].Code.Value : null);
    }

    [Fact]
    public void Every_point_on_an_inner_border_belongs_to_exactly_one_side()
    {
        BoundarySet set = SmallWorlds.Set(SmallWorlds.FourCorners);

        Assert.All(Enumerable.Range(1, 19), step => Assert.NotNull(set.Find(new LonLat(1, step / 10.0))));
        Assert.All(Enumerable.Range(1, 19), step => Assert.NotNull(set.Find(new LonLat(step / 10.0, 1))));
    }

    [Fact]
    public void A_square_degree_at_the_equator_has_12364_square_kilometres()
    {
        // The spherical surface: R² · Δλ · (sin φ₂ − sin φ₁) = 6371.0088² · 0.0174533 · 0.0174524.
        double surface = SmallWorlds.Set(SmallWorlds.FourCorners).Areas[3].SquareKilometres;

        Assert.Equal(12_363.7, surface, 0.5);
    }

    [Fact]
    public void The_sea_link_is_the_shortest_way_over_water()
    {
        LinkedGraph linked = SmallWorlds.Set(SmallWorlds.ThreeFieldsAndAnIsland).Linked();

        SeaLink link = Assert.Single(linked.Links);
        Assert.Equal((2, 3), (link.A, link.B));
        Assert.Equal(new LonLat(3, 1).DistanceTo(new LonLat(5, 1)).Value, link.Metres.Value, 1.0);
        Assert.Equal(0, linked.Graph.Components().Max());
    }

    [Fact]
    public void A_set_that_was_kept_is_the_same_when_opened()
    {
        BoundarySet set = SmallWorlds.Set(SmallWorlds.ThreeFieldsAndAnIsland);

        BoundarySet opened = BoundarySet.Open(set.ToBytes());

        Assert.Equal(set.Areas, opened.Areas);
        Assert.Equal(set.Neighbours.Pairs(), opened.Neighbours.Pairs());
        Assert.Equal(set.ToBytes(), opened.ToBytes());
    }

    [Fact]
    public void A_set_cut_off_anywhere_is_refused()
    {
        byte[] whole = SmallWorlds.Set(SmallWorlds.ThreeFieldsAndAnIsland).ToBytes();

        Assert.All(Enumerable.Range(0, whole.Length), length => Assert.Throws<InvalidDataException>(() => BoundarySet.Open(whole[..length])));
    }

    [Fact]
    public void The_map_has_a_feature_for_each_area_by_its_index_and_its_lake_stays_open()
    {
        using var output = new MemoryStream();
        SmallWorlds.Set(SmallWorlds.ThreeFieldsAndAnIsland).WriteMap(output);

        using JsonDocument map = JsonDocument.Parse(output.ToArray());
        JsonElement[] features = [.. map.RootElement.GetProperty("features").EnumerateArray()];
        Assert.Equal(["0:a", "1:b", "2:c", "3:d"], features.Select(feature => $"{feature.GetProperty("id")}:{feature.GetProperty("properties").GetProperty("code")}"));
        Assert.Equal(2, features[1].GetProperty("geometry").GetProperty("coordinates")[0].GetArrayLength());
    }

    /// <summary>Jigsaw: a square grid whose inner corners are moved by chance. Brute force by NetTopologySuite must agree on every point.</summary>
    [Fact]
    public void Point_in_area_agrees_with_brute_force_on_chance_jigsaws() => Gen.ULong.Sample(
        seed =>
        {
            var chance = new Chance(seed);
            BoundarySet set = Jigsaw(chance, side: 7);
            Geometry[] shapes = [.. Enumerable.Range(0, set.Areas.Length).Select(area => Polygons.ToGeometry(set.Topology.Rings(area)))];
            for (int i = 0; i < 200; i++)
            {
                var point = new LonLat((chance.NextDouble() * 9) - 1, (chance.NextDouble() * 9) - 1);
                Point drawn = Polygons.Factory.CreatePoint(new Coordinate(point.Longitude, point.Latitude));
                int expected = Array.FindIndex(shapes, shape => shape.Covers(drawn));
                if (shapes.Count(shape => shape.Covers(drawn)) < 2 && (set.Find(point) ?? -1) != expected)
                {
                    return false;
                }
            }

            return true;
        },
        iter: 50);

    [Fact]
    public void A_jigsaw_has_the_neighbours_of_its_grid() => Gen.ULong.Sample(
        seed => Jigsaw(new Chance(seed), side: 6).Neighbours.Edges == 2 * 6 * 5, iter: 50);

    [Fact]
    public void Sea_links_are_a_smallest_spanning_tree() => Gen.ULong.Sample(
        seed =>
        {
            var chance = new Chance(seed);
            BoundarySet set = SmallWorlds.Set(Enumerable.Range(0, 9).Select(i =>
            {
                double x = (i % 3 * 10) + (chance.NextDouble() * 6);
                double y = (i / 3 * 10) + (chance.NextDouble() * 6);
                return ($"i{i}", FormattableString.Invariant($"POLYGON (({x:F6} {y:F6}, {x + 1:F6} {y:F6}, {x + 1:F6} {y + 1:F6}, {x:F6} {y + 1:F6}, {x:F6} {y:F6}))"));
            }));
            return Math.Abs(set.Linked().Links.Sum(link => link.Metres.Value) - TreeByPrim(set)) < 1e-3;
        },
        iter: 50);

    private static double TreeByPrim(BoundarySet set)
    {
        List<LonLat>[] corners = [.. Enumerable.Range(0, set.Areas.Length).Select(area => set.Topology.Rings(area).SelectMany(ring => ring).Select(point => point.ToLonLat()).ToList())];
        var inside = new HashSet<int> { 0 };
        double total = 0;
        while (inside.Count < corners.Length)
        {
            (double metres, int area) = (from a in inside
                                         from b in Enumerable.Range(0, corners.Length).Except(inside)
                                         from p in corners[a]
                                         from q in corners[b]
                                         select (p.DistanceTo(q).Value, b)).Min();
            total += metres;
            inside.Add(area);
        }

        return total;
    }

    private static BoundarySet Jigsaw(Chance chance, int side)
    {
        var corners = new (double X, double Y)[side + 1, side + 1];
        for (int row = 0; row <= side; row++)
        {
            for (int column = 0; column <= side; column++)
            {
                corners[row, column] = (column + ((chance.NextDouble() - 0.5) * 0.6), row + ((chance.NextDouble() - 0.5) * 0.6));
            }
        }

        return SmallWorlds.Set(from row in Enumerable.Range(0, side)
                               from column in Enumerable.Range(0, side)
                               let ring = new[] { corners[row, column], corners[row, column + 1], corners[row + 1, column + 1], corners[row + 1, column], corners[row, column] }
                               select ($"r{row:D2}c{column:D2}", "POLYGON ((" + string.Join(", ", ring.Select(corner => FormattableString.Invariant($"{corner.X:F6} {corner.Y:F6}"))) + "))"));
    }
}
