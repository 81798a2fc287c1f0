using Bailiwick.Geography;
using Bailiwick.Territories;

namespace Bailiwick.Workbench.Tests;

public class DrawPlanTests
{
    private static readonly Atlas House = Atlas.Open();

    [Theory]
    [InlineData("area of \"tw-counties\" in (\"63000\", \"65000\")", "tw-counties", 2, 20)]
    [InlineData("subdivision in (\"TW-TPE\", \"TW-NWT\")", "tw-towns", 41, 327)]
    [InlineData("subdivision = \"US-CA\"", "us-counties", 58, 3173)]
    [InlineData("country in (\"TW\", \"JP\")", "world-countries", 2, 238)] // one land has no ISO code, so it is outside the scope
    public void A_layer_is_drawn_over_the_set_that_its_rules_name_or_that_tells_its_territories_apart(string rule, string set, int areas, int rest)
    {
        PlanDrawing drawing = DrawPlan.Run(Plan(rule), House, 0)!;

        Assert.Equal(set, drawing.Set.Id);
        Assert.Equal(["named", "rest"], drawing.Territories.Select(territory => territory.Id.Value));
        Assert.Equal([areas, rest], Enumerable.Range(0, 2).Select(territory => drawing.TerritoryOf.Count(each => each == territory)));
    }

    [Fact]
    public void A_scope_that_asks_for_more_than_the_place_does_not_empty_the_map()
    {
        const string Rule = "area of \"tw-counties\" in (\"63000\")";

        PlanDrawing drawing = DrawPlan.Run(Plan(Rule, "type = \"B2B\""), House, 0)!;

        Assert.Equal(1, drawing.TerritoryOf.Count(territory => territory == 0));
        Assert.Equal(drawing.TerritoryOf, DrawPlan.Over(Plan(Rule, "type = \"B2B\""), House.Set("tw-counties"), 0).TerritoryOf);
    }

    [Fact]
    public void Areas_outside_the_scope_have_no_territory()
    {
        PlanDrawing drawing = DrawPlan.Over(Plan("subdivision = \"TW-TPE\"", "country = \"TW\""), House.Set("us-states"), 0);

        Assert.Empty(drawing.Territories);
        Assert.All(drawing.TerritoryOf, territory => Assert.Equal(-1, territory));
    }

    [Fact]
    public void A_layer_that_is_not_about_places_has_no_map() => Assert.Null(DrawPlan.Run(Plan("employees >= 500"), House, 0));

    private static PlanMatcher Plan(string rule, string? scope = null)
    {
        string text = $"""
            plan: Drawn
            layers:
              - layer: core
                scope: {scope ?? "country is known"}
                territories:
                  - id: named
                    where: {rule}
                  - id: rest
                    where: otherwise
            """;
        PlanReading reading = PlanFile.Parse("plan.yaml", text, new Dictionary<string, string>(StringComparer.Ordinal));
        Assert.Empty(reading.Problems);
        return PlanMatcher.Compile(reading.Plan!, House);
    }
}
