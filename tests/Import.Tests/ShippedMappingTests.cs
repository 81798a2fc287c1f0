using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Tests;

/// <summary>The mappings that come along, against what is known of the data they are for.</summary>
public class ShippedMappingTests
{
    [Fact]
    public void AdventureWorks_has_the_rows_and_sums_of_its_source()
    {
        using MarketFiles files = MarketFiles.Open([Shared.Need("adventureworks")], new ImportOptions { Mapping = "adventureworks" });
        Assert.Empty(files.Said());
        List<MarketRow> accounts = files.All(Accounts.Table);
        List<MarketRow> sales = files.All(Sales.Table);
        List<MarketRow> territories = files.All(Market.Territories.Table);

        Assert.Equal(19_820, accounts.Count);
        Assert.Equal(31_465, sales.Count);
        Assert.Equal(17, files.All(Reps.Table).Count);
        Assert.Equal(163, files.All(Quotas.Table).Count);
        Assert.Equal(504, files.All(Products.Table).Count);
        Assert.Equal(109_846_381.40m, decimal.Round(sales.Sum(sale => sale[Sales.Amount]!.Value), 2));
        Assert.Equal(3 + 17 + 181, territories.Count);
        Assert.Equal(1_336, accounts.Count(account => account[Accounts.Type] == "B2B"));
        Assert.Equal(635, accounts.Count(account => account[Accounts.Parent] is not null));
        Assert.All(accounts.Where(account => account[Accounts.Stage] == "customer"), account => Assert.NotNull(account[Accounts.Latitude]));
        Assert.Equal(701, accounts.Count(account => account[Accounts.Since] is null));
        Assert.Equal(
            ["1406", "2961", "8730", "6022"],
            Enumerable.Range(2011, 4).Select(year => accounts.Count(account => account[Accounts.Since]?.Year == year).ToString(CultureInfo.InvariantCulture)));
        Assert.Empty(files.Said());
    }

    [Fact]
    public void The_place_of_an_AdventureWorks_store_is_read_from_its_binary_form()
    {
        using MarketFiles files = MarketFiles.Open([Shared.Need("adventureworks")], new ImportOptions { Mapping = "adventureworks" });
        MarketRow store = files.All(Accounts.Table).First(account => account[Accounts.Subdivision] == "US-WA");

        Assert.InRange(store[Accounts.Longitude]!.Value, -125, -116);
        Assert.InRange(store[Accounts.Latitude]!.Value, 45, 49.5);
        Assert.Equal("Customer.csv", store.Place.File);
    }

    [Fact]
    public void Northwind_has_the_orders_and_the_territories_without_a_rep()
    {
        using MarketFiles files = MarketFiles.Open([Shared.Need("northwind")], new ImportOptions { Mapping = "northwind" });
        List<MarketRow> sales = files.All(Sales.Table);
        List<MarketRow> territories = files.All(Market.Territories.Table);

        Assert.Equal(830, sales.Count);
        Assert.Equal(1_265_793.0395m, sales.Sum(sale => sale[Sales.Amount]!.Value));
        Assert.Equal(91, files.All(Accounts.Table).Count);
        Assert.Equal(
            ["29202", "72716", "75234", "78759"],
            territories.Where(territory => territory[Market.Territories.Parent] is not null && territory[Market.Territories.Rep] is null).Select(territory => territory[Market.Territories.Id]).Order());
        Assert.Contains(territories, territory => territory[Market.Territories.Id] == "01730");
        Assert.Empty(files.Said());
    }

    [Fact]
    public void The_pipeline_is_whole_and_its_mistakes_are_mended_and_said()
    {
        using MarketFiles files = MarketFiles.Open([Shared.Need("maven-crm")], new ImportOptions { Mapping = "crm-pipeline" });
        List<MarketRow> deals = files.All(Opportunities.Table);
        List<MarketRow> accounts = files.All(Accounts.Table);

        Assert.Equal(8_800, deals.Count);
        Assert.Equal(1_480, deals.Count(deal => deal[Opportunities.Product] == "GTX Pro"));
        Assert.Equal([("won", 4_238), ("lost", 2_473), ("open", 2_089)], deals.CountBy(deal => deal[Opportunities.Outcome]!).OrderByDescending(count => count.Value).Select(count => (count.Key, count.Value)));
        Assert.Equal(1_425, deals.Count(deal => deal[Opportunities.Account] is null));
        Assert.Equal(15, accounts.Count(account => account[Accounts.Parent] is not null));
        Assert.Equal(1_100_040_000m, accounts.Single(account => account[Accounts.Id] == "Acme Corporation")[Accounts.Revenue]);
        Assert.Equal(
            ["accounts.csv technolgy 12", "sales_pipeline.csv GTXPro 1480"],
            files.Problems.Kinds.SelectMany(kind => kind.Values).Select(value => $"{value.First.Place.File} {value.First.Value} {value.Count}").Order(StringComparer.Ordinal));
        Assert.All(files.Problems.All, problem => Assert.Equal(Severity.Doubt, problem.Severity));
    }
}
