using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench.Tests;

/// <summary>Figures of a tree of three leaves, counted by hand.</summary>
public class TerritoryFiguresTests
{
    private const string Plan = """
        plan: Tree
        effective: 2026-01-01
        layers:
          - layer: core
            scope: country = "TW"
            territories:
              - id: north
                where: subdivision = "TW-TPE"
                territories:
                  - { id: north-large, where: employees >= 100 }
                  - { id: north-rest, where: otherwise }
              - { id: south, where: 'subdivision = "TW-KHH"' }
        reps:
          - { territory: north, owner: r1 }
        """;

    private static readonly FiguresResult Figures = TerritoryFigures.Of(Market(), PlanMatcher.Compile(PlanFile.Parse("plan", Plan, ImmutableDictionary<string, string>.Empty).Plan!, null), new DateOnly(2026, 7, 1), CancellationToken.None);

    private static LayerFigures Core => Figures.Layers[0];

    // Sales end on 2026-06-30, so the twelve months begin on 2025-07-01; the sale of 2026-07-02 is after the day.
    private static MarketSnapshot Market()
    {
        var accounts = new ColumnTableBuilder(Accounts.Table);
        Account("large", "TW", "TW-TPE", 500);
        Account("small", "TW", "TW-TPE", 5);
        Account("south", "TW", "TW-KHH", 5);
        Account("gap", "TW", "TW-HUA", 5);
        Account("abroad", "US", "US-CA", 5);
        var sales = new ColumnTableBuilder(Sales.Table);
        Sale("large", "2025-07-01", 600, "TWD");
        Sale("small", "2026-06-30", 100, "TWD");
        Sale("small", "2025-06-30", 9999, "TWD");
        Sale("south", "2026-07-02", 9999, "TWD");
        Sale("south", "2026-01-01", 300, "TWD");
        Sale("south", "2026-01-01", 20, "USD");
        return new MarketSnapshot(1, [accounts.Build(), sales.Build()]);

        void Account(string id, string country, string subdivision, long employees)
        {
            accounts.Set(Accounts.Id, id);
            accounts.Set(Accounts.Country, country);
            accounts.Set(Accounts.Subdivision, subdivision);
            accounts.Set(Accounts.PlacedSubdivision, subdivision);
            accounts.Set(Accounts.Employees, employees);
            accounts.EndRow();
        }

        void Sale(string account, string day, long amount, string currency)
        {
            sales.Set(Sales.Account, account);
            sales.Set(Sales.Date, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).DayNumber);
            sales.Set(Sales.Amount, amount * Money.Scale);
            sales.Set(Sales.Currency, currency);
            sales.EndRow();
        }
    }

    [Fact]
    public void Revenue_is_that_of_the_twelve_months_up_to_the_last_sale_known_on_the_day() =>
        Assert.Equal((new DateOnly(2025, 7, 1), new DateOnly(2026, 6, 30)), (Figures.From, Figures.Until));

    [Fact]
    public void Parents_include_their_children_and_currencies_stay_apart() =>
        Assert.Equal(
            ["north 2 2 TWD 700 USD 0", "north-large 1 1 TWD 600 USD 0", "north-rest 1 1 TWD 100 USD 0", "south 1 1 TWD 300 USD 20"],
            Core.Territories.Select(territory => $"{territory.Territory} {territory.Accounts} {territory.Customers} {string.Join(' ', territory.Revenue)}"));

    [Fact]
    public void Balance_is_the_share_over_the_mean_share_of_the_leaves() =>
        Assert.Equal([null, 1.8, 0.3, 0.9], Core.Territories.Select(territory => territory.Balance is { } balance ? Math.Round(balance, 9) : (double?)null));

    [Fact]
    public void A_rep_is_accountable_below_too_and_what_has_none_is_vacant()
    {
        Assert.Equal(["r1", "r1", "r1", null], Core.Territories.Select(territory => territory.Rep?.Value));
        Assert.Equal(["south"], Core.Vacancies.Select(territory => territory.Value));
    }

    [Fact]
    public void Gaps_and_accounts_out_of_scope_are_counted_apart() => Assert.Equal((1L, 1L), (Core.GapAccounts, Core.OutOfScopeAccounts));
}
