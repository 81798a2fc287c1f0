using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Tests;

/// <summary>Question 3 on worlds that can be counted by hand.</summary>
public class CustomerMixTests
{
    private static readonly IMarketQuestion Question = MarketQuestions.Find(3)!;

    // Three customers and one prospect: two hospitals (NAICS 622) and a wholesaler (42).
    private static SmallMarket ThreeCustomers() => new SmallMarket()
        .Territory("n", "North")
        .Product("bike", "Bikes")
        .Product("bell", "Parts")
        .Account("a", row => Fill(row, "622110", "US", 12, "n"))
        .Account("b", row => Fill(row, "6221", "US", 300, "n"))
        .Account("c", row => Fill(row, "423000", "CA", 9, "s"))
        .Account("prospect", row => Fill(row, "622110", "US", 5, "n"))
        .Sale("a", "2026-01-05", 100.01m, product: "bike")
        .Sale("a", "2026-02-05", 20m, product: "bell")
        .Sale("b", "2026-03-05", 30m, product: "bell")
        .Sale("c", "2026-04-05", 50m, product: "bike");

    [Fact]
    public void Customers_are_accounts_with_a_sale_and_shares_are_of_them()
    {
        FigureTable table = Question.Ask(ThreeCustomers().Build(), AskOptions.Default).Table("industry");

        Assert.Equal(["62", "42"], table.Rows.Select(row => ((Figure.Label)row[0]!).Key));
        Assert.Equal([new Figure.Count(2), new Figure.Count(1)], table.Column("customers"));
        Assert.Equal([new Figure.Amount(150.01m, Currency.Of("USD")), new Figure.Amount(50m, Currency.Of("USD"))], table.Column("revenueUSD"));
        Assert.Equal(2 / 3.0, ((Figure.Part)table.Column("customersShare").First()!).Value.Value, 12);
        Assert.Equal(150.01 / 200.01, ((Figure.Part)table.Column("revenueShareUSD").First()!).Value.Value, 12);
    }

    [Fact]
    public void The_first_statement_answers_whether_it_is_one_industry()
    {
        Answer answer = Question.Ask(ThreeCustomers().Build(), AskOptions.Default);

        Assert.Equal(
            "Yes, mostly one industry: 62 Health care and social assistance is 66.7 % of the customers whose industry is known and 75.0 % of their revenue; the base is highly concentrated (as over 1.8 equal industries).",
            answer.Statements[0].English);
        Assert.StartsWith("是，以單一行業為主：62 醫療保健及社會工作服務業", answer.Statements[0].Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Territories_have_their_names_and_their_exact_sums()
    {
        FigureTable table = Question.Ask(ThreeCustomers().Build(), AskOptions.Default).Table("territory");

        Assert.Equal(["North", "s"], table.Rows.Select(row => ((Figure.Label)row[0]!).Words.English));
        Assert.Equal(new Figure.Amount(150.01m, Currency.Of("USD")), table.Row("n")!.Value[3]);
    }

    [Fact]
    public void A_customer_of_two_products_counts_for_both()
    {
        Answer answer = Question.Ask(ThreeCustomers().Build(), AskOptions.Default);

        Assert.Equal([("bike", 2L), ("bell", 2L)], Counts(answer.Table("product")));
        Assert.Equal([("Bikes", 2L), ("Parts", 2L)], Counts(answer.Table("productCategory")));
        Assert.Null(answer.Table("concentration").Row("product")!.Value[5]);
    }

    [Fact]
    public void Sizes_are_steps_of_employees() =>
        Assert.Equal([("10-49", 1L), ("1-9", 1L), ("250-999", 1L)], Counts(Question.Ask(ThreeCustomers().Build(), AskOptions.Default).Table("size")));

    [Fact]
    public void Sales_without_a_known_account_stand_in_a_row_of_their_own()
    {
        Answer answer = Question.Ask(ThreeCustomers().Sale("gone", "2026-05-01", 7m).Sale(null, "2026-05-02", 1m).Build(), AskOptions.Default);
        ImmutableArray<Figure?> last = answer.Table("industry").Rows[^1];

        Assert.Equal(new Figure.Amount(8m, Currency.Of("USD")), last[3]);
        Assert.Contains(answer.Caveats, caveat => caveat.English.StartsWith("2 of 6 sales", StringComparison.Ordinal));
    }

    [Fact]
    public void Money_of_two_currencies_is_never_added()
    {
        Answer answer = Question.Ask(ThreeCustomers().Sale("a", "2026-05-01", 1000m, "TWD").Build(), AskOptions.Default);
        FigureTable table = answer.Table("industry");

        Assert.Equal(new Figure.Amount(150.01m, Currency.Of("USD")), table.Column("revenueUSD").First());
        Assert.Equal(new Figure.Amount(1000m, Currency.Of("TWD")), table.Column("revenueTWD").First());
        Assert.Contains(answer.Caveats, caveat => caveat.English.Contains("USD, TWD", StringComparison.Ordinal));
    }

    [Fact]
    public void A_window_restricts_the_sales_and_with_them_the_customers()
    {
        Answer answer = Question.Ask(ThreeCustomers().Build(), new AskOptions { From = new DateOnly(2026, 2, 1), Until = new DateOnly(2026, 3, 31) });

        Assert.Equal([("62", 2L)], Counts(answer.Table("industry")));
        Assert.Equal(new Figure.Amount(50m, Currency.Of("USD")), answer.Table("industry").Column("revenueUSD").First());
        Assert.Equal((new DateOnly(2026, 2, 5), new DateOnly(2026, 3, 5)), (answer.From, answer.Until));
    }

    [Fact]
    public void Without_sales_the_stage_says_who_is_a_customer()
    {
        Answer answer = Question.Ask(
            new SmallMarket().Account("a", row => row[Accounts.Stage] = "Customer").Account("b", row => row[Accounts.Stage] = "prospect").Account("c").Build(),
            AskOptions.Default);

        Assert.Contains("known for only 0.0 % of 1 customers", answer.Statements[0].English, StringComparison.Ordinal);
        Assert.Contains("no sales", answer.Caveats[0].English, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_market_is_answered_too()
    {
        Answer answer = Question.Ask(new SmallMarket().Build(), AskOptions.Default);

        Assert.StartsWith("There are no customers yet", answer.Statements[0].English, StringComparison.Ordinal);
        Assert.Null(answer.From);
    }

    [Fact]
    public void Values_that_differ_only_in_case_width_or_blanks_are_one()
    {
        Answer answer = Question.Ask(
            new SmallMarket()
                .Account("a", row => row[Accounts.Tier] = "gold").Account("b", row => row[Accounts.Tier] = " ＧＯＬＤ")
                .Sale("a", "2026-01-01", 1).Sale("b", "2026-01-01", 1).Build(),
            AskOptions.Default);

        Assert.Equal([("gold", 2L)], Counts(answer.Table("tier")));
    }

    private static void Fill(MarketRow row, string industry, string country, long employees, string territory)
    {
        row[Accounts.Industry] = industry;
        row[Accounts.IndustryScheme] = "NAICS";
        row[Accounts.Country] = country;
        row[Accounts.Employees] = employees;
        row[Accounts.Territory] = territory;
    }

    private static IEnumerable<(string?, long)> Counts(FigureTable table) =>
        table.Rows.Select(row => (((Figure.Label)row[0]!).Key, ((Figure.Count)row[1]!).Value));
}
