using Bailiwick.Market;

namespace Bailiwick.Samples.Tests;

/// <summary>What the truth says is recounted from the rows, by means of its own.</summary>
public class TruthTests
{
    private static readonly SampleCompany Company = ToyCountry.Company(6_000);
    private static readonly SampleTruth Truth = Company.Truth();
    private static readonly List<MarketRow> AccountRows = [.. Company.Rows(Accounts.Table)];
    private static readonly ILookup<string?, MarketRow> SalesByAccount = Company.Rows(Sales.Table).ToLookup(row => row[Sales.Account]);

    [Fact]
    public void Rows_are_as_many_as_the_truth_says() =>
        Assert.All(MarketTable.All.Where(table => table != AreaFacts.Table), table => Assert.Equal(Truth.Rows[table.Name], Company.Rows(table).Count()));

    [Fact]
    public void Sums_are_those_of_the_rows()
    {
        Assert.Equal(Truth.Sums["accounts.customers"], AccountRows.Count(row => row[Accounts.Stage] == "customer"));
        Assert.Equal(Truth.Sums["accounts.prospects"], AccountRows.Count(row => row[Accounts.Stage] == "prospect"));
        Assert.Equal(Truth.Sums["accounts.former"], AccountRows.Count(row => row[Accounts.Stage] == "former"));
        Assert.Equal(Truth.Sums["sales.amount"], Company.Rows(Sales.Table).Sum(row => row[Sales.Amount]));
        Assert.Equal(Truth.Sums["sales.cost"], Company.Rows(Sales.Table).Sum(row => row[Sales.Cost]));
        Assert.Equal(Truth.Sums["sales.amount.2025"], Company.Rows(Sales.Table).Where(row => row[Sales.Date]!.Value.Year == 2025).Sum(row => row[Sales.Amount]));
        Assert.Equal(Truth.Sums["opportunities.won"], Company.Rows(Opportunities.Table).Count(row => row[Opportunities.Outcome] == "won"));
        Assert.Equal(Truth.Sums["opportunities.amount"], Company.Rows(Opportunities.Table).Sum(row => row[Opportunities.Amount]));
        Assert.Equal(Truth.Sums["leads.converted"], Company.Rows(Leads.Table).Count(row => row[Leads.Outcome] == "converted"));
    }

    [Fact]
    public void Segments_are_those_of_the_rows() => Assert.All(Truth.Segments, segment =>
    {
        TextColumn column = segment.Column == "industry" ? Accounts.Industry : segment.Column == "tier" ? Accounts.Tier : Accounts.Subdivision;
        MarketRow[] rows = [.. AccountRows.Where(row => row[column] == segment.Value)];

        Assert.Equal(segment.Accounts, rows.Length);
        Assert.Equal(segment.Customers, rows.Count(row => row[Accounts.Stage] == "customer"));
        Assert.Equal(segment.SalesAmount, rows.Sum(row => SalesByAccount[row[Accounts.Id]].Sum(sale => sale[Sales.Amount] ?? 0)));
        Assert.Equal(
            segment.NewCustomersByYear.Values.Sum(),
            rows.Count(row => row[Accounts.Since] >= Truth.Sample.From));
    });

    [Fact]
    public void New_customers_by_year_are_those_of_the_rows() => Assert.Equal(
        Truth.NewCustomers.ByYear,
        AccountRows.Where(row => row[Accounts.Since] >= Truth.Sample.From)
            .GroupBy(row => row[Accounts.Since]!.Value.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, (long)group.Count())));

    [Fact]
    public void Best_area_under_the_curve_is_near_its_expectation_and_worth_finding()
    {
        Assert.InRange(Truth.Deals.BestAuc, Truth.Deals.ExpectedAuc - 0.02, Truth.Deals.ExpectedAuc + 0.02);
        Assert.InRange(Truth.Leads.BestAuc, Truth.Leads.ExpectedAuc - 0.02, Truth.Leads.ExpectedAuc + 0.02);
        Assert.InRange(Truth.Deals.ExpectedAuc, 0.70, 0.90);
        Assert.InRange(Truth.Leads.ExpectedAuc, 0.62, 0.90);
    }

    [Fact]
    public void Every_fact_has_its_sentence_in_both_languages() => Assert.All(Truth.Facts, fact =>
    {
        Assert.EndsWith(".", fact.English, StringComparison.Ordinal);
        Assert.EndsWith("。", fact.Chinese, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("pays-most", 5)]
    [InlineData("pays-least", 1)]
    [InlineData("niche", 1)]
    [InlineData("cluster", 3)]
    [InlineData("grows", 2)]
    [InlineData("shrinks", 1)]
    [InlineData("lead-converts-best", 1)]
    public void Facts_of_each_kind_are_planted(string kind, int count) => Assert.Equal(count, Truth.Facts.Count(fact => fact.Kind == kind));
}
