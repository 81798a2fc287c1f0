using Bailiwick.Measures;

namespace Bailiwick.Geography.Tests;

public sealed class HouseSetsTests
{
    [Theory]
    [InlineData("world-countries", 241, 327, 75)]
    [InlineData("us-states", 56, 107, 7)]
    [InlineData("us-counties", 3231, 8942, 15)]
    [InlineData("tw-counties", 22, 33, 3)]
    [InlineData("tw-towns", 368, 960, 11)]
    [InlineData("tw-villages", 7701, 21555, 13)]
    public void Each_set_has_its_areas_neighbour_pairs_and_lone_islands(string id, int areas, int pairs, int alone)
    {
        BoundarySet set = House.Atlas.Value.Set(id);

        Assert.Equal(areas, set.Areas.Length);
        Assert.Equal(pairs, set.Neighbours.Edges);
        Assert.Equal(alone, Enumerable.Range(0, areas).Count(area => set.Neighbours.Of(area).Length == 0));
        Assert.Equal(0, set.Topology.Clashes);
    }

    [Fact]
    public void The_counties_fall_into_the_mainland_puerto_rico_alaska_and_islands()
    {
        int[] sizes = [.. House.Atlas.Value.Set("us-counties").Neighbours.Components().GroupBy(part => part).Select(part => part.Count()).OrderDescending()];

        Assert.Equal([3106, 76, 28], sizes[..3]);
        Assert.Equal(21, sizes.Length);
    }

    [Theory]
    [InlineData("world-countries")]
    [InlineData("us-states")]
    [InlineData("us-counties")]
    [InlineData("tw-counties")]
    [InlineData("tw-towns")]
    [InlineData("tw-villages")]
    public void Every_area_has_a_surface_a_middle_inside_itself_and_a_way_over_the_sea(string id)
    {
        BoundarySet set = House.Atlas.Value.Set(id);

        Assert.All(Enumerable.Range(0, set.Areas.Length), area =>
        {
            Assert.Equal(area, set.Find(set.Areas[area].Centroid));
            Assert.True(set.Areas[area].SquareKilometres > 0, set.Areas[area].Code.Value);
        });
        Assert.Equal(0, set.Linked().Graph.Components().Max());
    }

    [Theory]
    [InlineData("us-counties", "us-states")]
    [InlineData("tw-towns", "tw-counties")]
    [InlineData("tw-villages", "tw-towns")]
    public void The_parent_of_every_area_is_an_area_of_the_next_larger_set(string id, string parents)
    {
        Atlas atlas = House.Atlas.Value;
        BoundarySet larger = atlas.Set(parents);

        Assert.All(atlas.Set(id).Areas, area =>
        {
            Area parent = larger.Areas[larger.IndexOf(new AreaCode(area.Parent!))!.Value];
            Assert.Equal(parent.Subdivision, area.Subdivision);
            Assert.NotNull(atlas.Subdivisions.Find(area.Subdivision!));
        });
    }

    [Theory]
    [InlineData("us-counties", -118.2437, 34.0522, "06037")] // Los Angeles
    [InlineData("us-counties", -77.1711, 38.8823, null)]     // Falls Church, drawn as a line: some county near it answers
    [InlineData("tw-towns", 121.5645, 25.0340, "63000020")]  // Taipei 101: 信義區
    [InlineData("tw-villages", 121.5645, 25.0340, "63000020001")]
    [InlineData("world-countries", 2.3488, 48.8534, "FR")]
    [InlineData("world-countries", -175.0, 67.0, "RU")]      // Chukotka, east of the antimeridian
    [InlineData("world-countries", 0.0, -89.5, "AQ")]        // the pole
    public void Known_places_lie_where_they_do(string id, double longitude, double latitude, string? code)
    {
        BoundarySet set = House.Atlas.Value.Set(id);
        int? found = set.Find(new LonLat(longitude, latitude));

        Assert.NotNull(found);
        Assert.Equal(code ?? set.Areas[found.Value].Code.Value, set.Areas[found.Value].Code.Value);
    }

    [Fact]
    public void Taiwan_is_written_as_official_lists_write_it() =>
        Assert.Equal("臺北市", House.Atlas.Value.Set("tw-counties").Areas.Single(area => area.Code.Value == "63000").Name.Chinese);

    [Fact]
    public void The_land_has_the_surface_that_maps_give()
    {
        Assert.Equal(36_197, House.Atlas.Value.Set("tw-towns").Areas.Sum(area => area.SquareKilometres), 36_197 * 0.03);
        Assert.Equal(147_000_000, House.Atlas.Value.Set("world-countries").Areas.Sum(area => area.SquareKilometres), 147_000_000 * 0.02);
    }

    [Theory]
    [InlineData("tw-villages", 6_000_000)]
    [InlineData("us-counties", 2_000_000)]
    public void The_map_of_a_set_is_small(string id, int mostBytes)
    {
        using var output = new MemoryStream();
        House.Atlas.Value.Set(id).WriteMap(output);

        Assert.InRange(output.Length, 100_000, mostBytes);
    }

    [Fact]
    public void A_set_that_is_not_there_is_told_with_those_that_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => House.Atlas.Value.Set("mars"));

        Assert.Contains("us-counties", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_company_s_set_joins_the_others_or_takes_the_place_of_one()
    {
        Atlas atlas = House.Atlas.Value.With([SmallWorlds.Set(SmallWorlds.FourCorners)]);

        Assert.Equal("small", atlas.SetIds[^1]);
        Assert.Equal(4, atlas.Set("small").Areas.Length);
        Assert.Equal(PlacedBy.Area, atlas.Resolver.Resolve(new PlaceQuery(null, null, null, null, "small/ne", null)).By);
    }
}
