using Bailiwick.Market;

namespace Bailiwick.Samples.Tests;

/// <summary>The napkin of samples/README.md.</summary>
public class TwoTownsTests
{
    private static readonly NamedWorld World = NamedWorld.TwoTowns;

    [Theory]
    [InlineData("products", 2)]
    [InlineData("reps", 2)]
    [InlineData("territories", 2)]
    [InlineData("accounts", 6)]
    [InlineData("leads", 3)]
    [InlineData("opportunities", 4)]
    [InlineData("sales", 6)]
    [InlineData("quotas", 2)]
    [InlineData("area_facts", 4)] // two areas, two measures
    public void Rows_are_as_counted(string table, int rows) => Assert.Equal(rows, World.Rows(MarketTable.Named(table)!).Count());

    [Theory]
    [InlineData("T-1", 300_000, 200_000, 250_000)]
    [InlineData("T-2", 720_000, 300_000, 250_000)]
    public void Sales_and_quotas_of_a_territory_are_as_counted(string territory, int sales, int salesOf2025, int quota)
    {
        HashSet<string?> accounts = [.. World.Rows(Accounts.Table).Where(row => row[Accounts.Territory] == territory).Select(row => row[Accounts.Id])];
        MarketRow[] sold = [.. World.Rows(Sales.Table).Where(row => accounts.Contains(row[Sales.Account]))];

        Assert.Equal(sales, sold.Sum(row => row[Sales.Amount]));
        Assert.Equal(salesOf2025, sold.Where(row => row[Sales.Date]!.Value.Year == 2025).Sum(row => row[Sales.Amount]));
        Assert.Equal(quota, World.Rows(Quotas.Table).Where(row => row[Quotas.Territory] == territory).Sum(row => row[Quotas.Amount]));
    }

    [Fact]
    public void Stages_outcomes_and_the_family_are_as_counted()
    {
        Assert.Equal(
            ["customer 3", "former 1", "prospect 2"],
            World.Rows(Accounts.Table).CountBy(row => row[Accounts.Stage]!).Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["lost 1", "open 1", "won 2"],
            World.Rows(Opportunities.Table).CountBy(row => row[Opportunities.Outcome]!).Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal));
        Assert.Equal("A-1", World.Rows(Accounts.Table).Single(row => row[Accounts.Parent] is not null)[Accounts.Parent]);
        Assert.Equal(["P-1", "P-2"], World.Rows(Accounts.Table).First()[Accounts.Products]);
        Assert.Equal("12", World.Rows(Accounts.Table).First().Custom["fleet_size"]);
    }
}
