using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Tests;

public sealed class PlanMatcherTests
{
    private static readonly DateOnly Day = new(2027, 1, 1);

    [Fact]
    public void First_match_wins_and_otherwise_takes_the_rest()
    {
        PlanMatcher plan = Compile("""
            plan: Taiwan
            layers:
              - layer: core
                scope: country = "TW"
                territories:
                  - id: key
                    accounts: [A-1]
                    family: together
                  - id: north
                    where: subdivision in ("TW-TPE", "TW-NWT")
                    territories:
                      - id: north-large
                        where: employees >= 500
                      - id: north-rest
                        where: otherwise
                  - id: south
                    where: subdivision = "TW-KHH"
                    keeps: true
                    territories:
                      - id: south-health
                        where: industry under "Q"
                  - id: taichung
                    where: subdivision = "TW-TXG"
                    territories:
                      - id: taichung-a
                        where: industry under "A"
            overrides: [{ account: A-9, layer: core, territory: south, from: 2027-01-01, until: 2027-01-01 }]
            """);

        Assert.Equal("core key named key", One(plan, "A-1", country: null));
        Assert.Equal("core key named key", One(plan, "A-2", country: null, parent: "A-1"));
        Assert.Equal("core north-large where north/north-large", One(plan, "A-3", subdivision: "TW-TPE", employees: 500));
        Assert.Equal("core north-rest otherwise north/north-rest", One(plan, "A-3", subdivision: "ＴＷ－nwt".Replace("－", "-", StringComparison.Ordinal), employees: null));
        Assert.Equal("core south-health where south/south-health", One(plan, "A-3", subdivision: "TW-KHH", industry: "Q86"));
        Assert.Equal("core south keeps south", One(plan, "A-3", subdivision: "TW-KHH"));
        Assert.Equal("core  gap taichung", One(plan, "A-3", subdivision: "TW-TXG"));
        Assert.Equal("core  gap ", One(plan, "A-3"));
        Assert.Equal("core  out_of_scope ", One(plan, "A-3", country: "JP", subdivision: "TW-TPE"));
        Assert.Equal("core south override south", One(plan, "A-9", country: "JP"));
    }

    private static PlanMatcher Compile(string text)
    {
        PlanReading reading = PlanFile.Parse("plan.yaml", text, new Dictionary<string, string>());
        Assert.Empty(reading.Problems);
        return PlanMatcher.Compile(reading.Plan!, null);
    }

    private static string One(PlanMatcher plan, string id, string? country = "TW", string? subdivision = null, long? employees = null, string? industry = null, string? parent = null)
    {
        var row = new MarketRow(Accounts.Table, Place.None);
        row[Accounts.Id] = id;
        row[Accounts.Country] = country;
        row[Accounts.Subdivision] = subdivision;
        row[Accounts.Employees] = employees;
        row[Accounts.Industry] = industry;
        row[Accounts.Parent] = parent;
        PlanAnswer answer = Assert.Single(plan.Assign(row, Day));
        return $"{answer.Layer} {answer.Territory} {answer.RuleName} {answer.Path}";
    }
}
