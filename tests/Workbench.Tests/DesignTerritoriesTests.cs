using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench.Tests;

public class DesignTerritoriesTests
{
    private static readonly Atlas House = Atlas.Open();

    [Fact]
    public void Twelve_territories_of_towns_hold_every_town_once_hang_together_and_keep_the_tolerance()
    {
        BoundarySet towns = House.Set("tw-towns");
        // One to nine companies in every town of the main island, none on islands.
        MarketSnapshot market = Market(towns.Areas.Select((area, index) => (area, Accounts: area.Subdivision is "TW-PEN" or "TW-KIN" or "TW-LIE" ? 0 : 1 + (index % 9))));

        DesignResult design = Run(market, new DesignRequest("tw-towns", 12) { Iterations = 400_000 });

        Assert.True(design.IsBalanced, string.Join('\n', design.Problems));
        Assert.True(design.IsContiguous);
        Assert.Equal(12, design.Files.Count);
        string[] codes = [.. design.Files.Values.SelectMany(list => list.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal)];
        Assert.Equal(towns.Areas.Select(area => area.Code.Value), codes);
        Assert.Equal(design.Accounts, design.Territories.Sum(territory => territory.Accounts));
        Assert.Equal(12, design.Territories.Select(territory => territory.Name.English).Distinct().Count());
        Assert.Equal(13, design.Links.Length);
        Assert.Contains(design.Problems, problem => problem.Code == "design.linked-over-water");
        AssertHangTogether(design, towns);
    }

    [Fact]
    public void The_plan_file_reads_back_and_puts_every_area_where_the_design_has_it()
    {
        BoundarySet towns = House.Set("tw-towns");
        DesignResult design = Run(Market(towns.Areas.Select(area => (area, 1))), new DesignRequest("tw-towns", 5) { Iterations = 100_000, Language = Language.Chinese });

        PlanReading reading = PlanFile.Parse("design", design.Plan!, design.Files);

        Assert.Empty(reading.Problems);
        PlanMatcher matcher = PlanMatcher.Compile(reading.Plan!, House);
        int[] territoryOf = PlanMap.TerritoriesOf(matcher, towns);
        Assert.All(design.Territories, territory => Assert.All(territory.AreaIndexes, area => Assert.Equal(matcher.IndexOf(territory.Id), territoryOf[area])));
        Assert.Equal(design.Territories.Select(territory => territory.Name.Chinese), matcher.Territories.Select(territory => territory.Name));
    }

    [Fact]
    public void A_rule_over_places_leaves_only_its_areas_and_becomes_the_scope()
    {
        BoundarySet counties = House.Set("us-counties");
        MarketSnapshot market = Market(counties.Areas.Select(area => (area, 1)));

        DesignResult design = Run(market, new DesignRequest("us-counties", 3) { Where = "country = \"US\" and subdivision = \"US-CA\"", Iterations = 50_000 });

        Assert.Equal((58, 58L, 0L), (design.Areas, design.Accounts, design.Unplaced));
        Assert.Contains("    scope: 'country = \"US\" and subdivision = \"US-CA\"'\n", design.Plan);
        Assert.True(design.IsBalanced && design.IsContiguous);
    }

    [Fact]
    public void A_town_with_more_than_a_territory_may_have_is_named_and_the_others_are_even()
    {
        BoundarySet towns = House.Set("tw-towns");
        int heavy = towns.IndexOf(new AreaCode("63000030"))!.Value;
        MarketSnapshot market = Market(towns.Areas.Select((area, index) => (area, index == heavy ? 300 : 1)));

        DesignResult design = Run(market, new DesignRequest("tw-towns", 4) { Iterations = 100_000 });

        Problem named = Assert.Single(design.Problems, problem => problem.Code == "design.area-too-heavy");
        Assert.Contains(towns.Areas[heavy].Name.English, named.Message.English);
        Assert.Contains("300", named.Message.English);
        Assert.False(design.IsBalanced);
        Assert.True(design.IsContiguous);
        long[] others = [.. design.Territories.Where(territory => !territory.AreaIndexes.Contains(heavy)).Select(territory => territory.Accounts)];
        Assert.All(others, accounts => Assert.InRange(accounts, 110, 135));
    }

    [Fact]
    public void Same_request_same_plan()
    {
        MarketSnapshot market = Market(House.Set("tw-counties").Areas.Select((area, index) => (area, 3 + index)));
        DesignRequest request = new("tw-counties", 4) { Iterations = 20_000, Seed = 5 };

        Assert.Equal(Run(market, request).Plan, Run(market, request).Plan);
        Assert.Equal(Run(market, request).Files.Values, Run(market, request).Files.Values);
    }

    [Fact]
    public void Accounts_in_no_area_are_a_gap_that_is_said_or_a_territory_of_their_own()
    {
        BoundarySet counties = House.Set("tw-counties");
        MarketSnapshot market = Market(counties.Areas.Select(area => (area, 2)), nowhere: 7);
        DesignRequest request = new("tw-counties", 3) { Iterations = 20_000 };

        DesignResult gap = Run(market, request);
        DesignResult kept = Run(market, request with { KeepsUnplaced = true });

        Assert.Equal(7, gap.Unplaced);
        Assert.Equal("7", Assert.Single(gap.Problems, problem => problem.Code == "design.unplaced").Value);
        Assert.DoesNotContain("unplaced", gap.Plan);
        Assert.EndsWith("      - id: unplaced\n        name: \"Not placed yet\"\n        where: otherwise\n", kept.Plan);
    }

    [Fact]
    public void Todays_territories_are_compared_with_the_design()
    {
        BoundarySet counties = House.Set("tw-counties");
        // Everything but one county is in one territory today.
        MarketSnapshot market = Market(counties.Areas.Select(area => (area, 10)), territory: area => area.Code.Value == "09007" ? "small" : "large");

        TodayAgainstDesign today = Run(market, new DesignRequest("tw-counties", 2) { Iterations = 20_000 }).Today!;

        Assert.Equal((2, 220L), (today.Territories, today.Accounts));
        Assert.Equal((10 / 110.0, 210 / 110.0), (today.SmallestBefore, today.LargestBefore));
        Assert.Equal((1.0, 1.0), (today.SmallestAfter, today.LargestAfter));
        Assert.Equal(120, today.Stay);
    }

    [Theory]
    [InlineData("tw-cities", "accounts", null, "design.unknown-boundaries")]
    [InlineData("tw-towns", "profit", null, "design.unknown-measure")]
    [InlineData("tw-towns", "area-fact:population", null, "design.unknown-measure")]
    [InlineData("tw-towns", "revenue", null, "design.nothing-to-balance")]
    [InlineData("tw-towns", "accounts", "employees >= \"many\"", "rules.*")]
    public void A_request_that_makes_no_sense_is_refused_with_the_reason(string set, string measure, string? where, string code)
    {
        MarketSnapshot market = Market(House.Set("tw-towns").Areas.Select(area => (area, 1)));

        DesignResult design = Run(market, new DesignRequest(set, 3) { Balance = [measure], Where = where, Iterations = 1_000 });

        Assert.Null(design.Plan);
        Assert.Contains(design.Problems, problem => code.EndsWith('*') ? problem.Code.StartsWith(code[..^1], StringComparison.Ordinal) : problem.Code == code);
    }

    [Fact]
    public void A_saved_design_is_a_plan_with_its_lists_beside_it()
    {
        string folder = Directory.CreateTempSubdirectory("design-").FullName;
        try
        {
            DesignResult design = Run(Market(House.Set("tw-counties").Areas.Select(area => (area, 1))), new DesignRequest("tw-counties", 2) { Iterations = 5_000 });
            string plan = Path.Combine(folder, "plans", "north-south.yaml");

            DesignTerritories.Save(design, plan);

            Assert.Empty(PlanFile.Read(plan).Problems);
            Assert.Equal(["t-01.csv", "t-02.csv"], Directory.GetFiles(Path.Combine(folder, "plans", "areas")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DesignResult Run(MarketSnapshot market, DesignRequest request) =>
        DesignTerritories.Run(market, House, request, TimeProvider.System, null, TestContext.Current.CancellationToken);

    /// <summary>Every territory in one piece, by the set's own neighbours and links: a second opinion beside the optimiser's.</summary>
    private static void AssertHangTogether(DesignResult design, BoundarySet set)
    {
        var territoryOf = new int[set.Areas.Length];
        for (int index = 0; index < design.Territories.Length; index++)
        {
            foreach (int area in design.Territories[index].AreaIndexes)
            {
                territoryOf[area] = index;
            }
        }

        AreaGraph graph = set.Linked().Graph;
        var pairs = new List<(int, int)>();
        for (int area = 0; area < graph.Count; area++)
        {
            foreach (int neighbour in graph.Of(area))
            {
                if (territoryOf[neighbour] == territoryOf[area])
                {
                    pairs.Add((area, neighbour));
                }
            }
        }

        Assert.Equal(design.Territories.Length, AreaGraph.Of(graph.Count, pairs).Components().Max() + 1);
    }

    private static MarketSnapshot Market(IEnumerable<(Area Area, int Accounts)> places, int nowhere = 0, Func<Area, string>? territory = null)
    {
        var table = new ColumnTableBuilder(Accounts.Table);
        int number = 0;
        foreach ((Area area, int accounts) in places)
        {
            for (int account = 0; account < accounts; account++)
            {
                table.Set(Accounts.Id, $"a-{number++}");
                table.Set(Accounts.Country, area.Country);
                table.Set(Accounts.PlacedSubdivision, area.Subdivision);
                table.Set(Accounts.PlacedLongitude, area.Centroid.Longitude);
                table.Set(Accounts.PlacedLatitude, area.Centroid.Latitude);
                table.Set(Accounts.Territory, territory?.Invoke(area));
                table.EndRow();
            }
        }

        for (int account = 0; account < nowhere; account++)
        {
            table.Set(Accounts.Id, $"a-{number++}");
            table.EndRow();
        }

        return new MarketSnapshot(1, [table.Build()]);
    }
}
