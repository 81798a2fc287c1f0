using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Tests;

/// <summary>Question 5 on worlds that can be counted by hand.</summary>
public class NewCustomersTests
{
    private static readonly IMarketQuestion Question = MarketQuestions.Find(5)!;

    // Four customers: one of 2023 who buys again in 2024, two of 2024, one of 2025; sales run to 2025-06-30.
    private static SmallMarket FourCustomers() => new SmallMarket()
        .Account("a", row => row[Accounts.Country] = "US")
        .Account("b", row => row[Accounts.Country] = "US")
        .Account("c", row => row[Accounts.Country] = "CA")
        .Account("d", row => row[Accounts.Country] = "CA")
        .Account("never")
        .Lead("b", "fair", "2024-01-01")
        .Lead("b", "web", "2023-01-01")
        .Lead("c", "web", "2024-01-01")
        .Sale("a", "2023-07-01", 10m, channel: "shop")
        .Sale("a", "2024-06-29", 5m, channel: "web")
        .Sale("a", "2024-06-30", 1m, channel: "web")
        .Sale("b", "2024-01-01", 100m, channel: "web")
        .Sale("c", "2024-12-31", 7m, channel: "shop")
        .Sale("d", "2025-06-30", 1000m, channel: "web");

    [Fact]
    public void A_customer_is_new_in_the_year_of_its_first_sale()
    {
        FigureTable table = Question.Ask(FourCustomers().Build(), AskOptions.Default).Table("newCustomersByYear");

        Assert.Equal(["2023", "2024", "2025"], table.Rows.Select(row => ((Figure.Label)row[0]!).Key));
        Assert.Equal([new Figure.Count(1), new Figure.Count(2), new Figure.Count(1)], table.Column("newCustomers"));
        Assert.Equal([new Figure.Count(184), new Figure.Count(366), new Figure.Count(181)], table.Column("daysObserved"));
    }

    [Fact]
    public void Growth_compares_new_customers_a_day()
    {
        FigureTable table = Question.Ask(FourCustomers().Build(), AskOptions.Default).Table("newCustomersByYear");

        Assert.Null(table.Column("growth").First());
        Assert.Equal(1 / 181.0 / (2 / 366.0), ((Figure.Ratio)table.Column("growth").Last()!).Value, 12);
    }

    [Fact]
    public void The_first_year_counts_365_days_and_only_customers_who_had_them()
    {
        FigureTable table = Question.Ask(FourCustomers().Build(), AskOptions.Default).Table("newCustomersByYear");

        // a: 2023-07-01 to 2024-06-29 is its 365 days, so 10 + 5 without the 1 of the day after; c and d are too young.
        Assert.Equal([new Figure.Count(1), new Figure.Count(1), new Figure.Count(0)], table.Column("wholeFirstYear"));
        Assert.Equal([new Figure.Amount(15m, Currency.Of("USD")), new Figure.Amount(100m, Currency.Of("USD")), null], table.Column("firstYearRevenueUSD"));
    }

    [Fact]
    public void The_channel_is_that_of_the_first_sale_and_the_source_that_of_the_earliest_lead()
    {
        Answer answer = Question.Ask(FourCustomers().Build(), AskOptions.Default);

        Assert.Equal([("shop", 1L, 1L, 0L), ("web", 0L, 1L, 1L)], Years(answer.Table("channel")));
        Assert.Equal([("web", 0L, 2L, 0L), (null, 1L, 0L, 1L)], Years(answer.Table("source")));
        Assert.Equal([("CA", 0L, 1L, 1L), ("US", 1L, 1L, 0L)], Years(answer.Table("country")));
    }

    [Fact]
    public void As_of_an_earlier_day_later_sales_do_not_exist()
    {
        FigureTable table = Question.Ask(FourCustomers().Build(), new AskOptions { Until = new DateOnly(2024, 6, 30) }).Table("newCustomersByYear");

        Assert.Equal([new Figure.Count(1), new Figure.Count(1)], table.Column("newCustomers"));
        Assert.Equal([new Figure.Count(184), new Figure.Count(182)], table.Column("daysObserved"));
    }

    [Fact]
    public void A_window_leaves_out_who_had_bought_before()
    {
        FigureTable table = Question.Ask(FourCustomers().Build(), new AskOptions { From = new DateOnly(2024, 1, 1) }).Table("newCustomersByYear");

        Assert.Equal([new Figure.Count(2), new Figure.Count(1)], table.Column("newCustomers"));
    }

    [Fact]
    public void Few_customers_are_no_proof_of_change()
    {
        string words = Question.Ask(FourCustomers().Build(), AskOptions.Default).Statements[0].English;

        Assert.EndsWith("That is within chance: no change can be claimed.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_year_of_the_records_is_said_to_be_cut_off() =>
        Assert.Contains(Question.Ask(FourCustomers().Build(), AskOptions.Default).Caveats, caveat => caveat.English.StartsWith("Sales begin on 2023-07-01", StringComparison.Ordinal));

    [Fact]
    public void Without_sales_the_day_since_says_when()
    {
        Answer answer = Question.Ask(
            new SmallMarket().Account("a", row =>
            {
                row[Accounts.Stage] = "customer";
                row[Accounts.Since] = new DateOnly(2024, 5, 1);
            }).Build(),
            AskOptions.Default);

        Assert.Equal([new Figure.Count(1)], answer.Table("newCustomersByYear").Column("newCustomers"));
    }

    [Fact]
    public void Nothing_new_is_an_answer()
    {
        Answer answer = Question.Ask(new SmallMarket().Account("a").Build(), AskOptions.Default);

        Assert.StartsWith("No customer came in this time", answer.Statements[0].English, StringComparison.Ordinal);
    }

    private static IEnumerable<(string?, long, long, long)> Years(FigureTable table) =>
        table.Rows.Select(row => (((Figure.Label)row[0]!).Key, Count(row[1]), Count(row[2]), Count(row[3])));

    private static long Count(Figure? figure) => ((Figure.Count)figure!).Value;
}
