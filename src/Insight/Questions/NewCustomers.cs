using System.Collections.Immutable;
using Bailiwick.Insight.Ledger;
using Bailiwick.Insight.Statistics;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Questions;

/// <summary>Question 5: which customers came in the last years, and from where?</summary>
/// <remarks>
/// A customer is new in the year of its first sale ever. Years are compared by new customers a day, because the first and the last
/// year are seldom whole; the interval of that growth is exact (<see cref="RateRatio"/>).
/// </remarks>
internal sealed class NewCustomers : IMarketQuestion
{
    public int Number => 5;

    public Text Question { get; } = new("Which customers came in the last years, and from where?", "近年新增了哪些顧客？來自何處？");

    public Answer Ask(MarketSnapshot market, AskOptions options)
    {
        var ledger = CustomerLedger.Of(market, options);
        var cohorts = Cohorts.From(ledger, options);
        if (cohorts.Years.IsEmpty)
        {
            return new Answer(Number, Question, [NoneText], [], [], Caveats.Of(ledger), null, null);
        }

        var firstYear = FirstYearValue.Of(market.Sales, ledger, cohorts);
        CohortTable[] tables = [.. Dimensions(market, ledger).Select(dimension => CohortTable.Of(dimension, dimension.Group(market, options), cohorts)).Where(table => table.Known > 0)];
        return new Answer(
            Number,
            Question,
            [Growth(cohorts), .. tables.Select(table => table.Largest()).OfType<Text>()],
            [ByYear(cohorts, firstYear, ledger), .. tables.Select(table => table.Table())],
            [Draw(cohorts), .. tables.Select(table => table.Draw())],
            [.. Caveats.Of(ledger), .. Warnings(cohorts, ledger)],
            Caveats.First(ledger),
            Caveats.Last(ledger));
    }

    private static Text NoneText { get; } = new(
        "No customer came in this time: there are no first sales, and no account of stage \"customer\" with a day in \"since\".",
        "此期間沒有新顧客：沒有首次銷售，也沒有階段為「customer」且有「since」日期的客戶。");

    private static IEnumerable<Dimension> Dimensions(MarketSnapshot market, CustomerLedger ledger) =>
    [
        Dimension.Country, Dimension.Subdivision, Dimension.Industry, Origin.Channel(market, ledger), Origin.Source(market),
        Dimension.BySize, Dimension.Type, Dimension.Tier, Dimension.Territory,
    ];

    private static Text Growth(Cohorts cohorts)
    {
        CohortYear last = cohorts.Years[^1];
        string count = Words.Count(last.Customers);
        if (cohorts.Years.Length < 2 || cohorts.GrowthOf(cohorts.Years.Length - 1) is not { Ratio: { } ratio, High: { } high } growth)
        {
            return new Text($"{last.Year} brought {count} new customers.", $"{last.Year} 年新增 {count} 家顧客。");
        }

        CohortYear before = cohorts.Years[^2];
        string rate = Words.Number(last.PerDay);
        string rateBefore = Words.Number(before.PerDay);
        bool isSure = growth.Low > 1 || high < 1;
        Text sure = isSure ? new Text("", "") : new Text(" That is within chance: no change can be claimed.", "此差異在機率範圍內，不能斷定有變化。");
        return new Text(
            $"{last.Year} brought {count} new customers in {last.Days} days: {rate} a day against {rateBefore} in {before.Year}, {Words.Growth(ratio)} (95 % interval {Words.Growth(growth.Low)} to {Words.Growth(high)}).{sure.English}",
            $"{last.Year} 年於 {last.Days} 天內新增 {count} 家顧客：每日 {rate} 家，{before.Year} 年為 {rateBefore} 家，變動 {Words.Growth(ratio)}（95 % 信賴區間 {Words.Growth(growth.Low)} 至 {Words.Growth(high)}）。{sure.Chinese}");
    }

    private static FigureTable ByYear(Cohorts cohorts, FirstYearValue firstYear, CustomerLedger ledger) => new(
        "newCustomersByYear",
        new Text("New customers by year of the first sale", "新顧客，依首次銷售年度"),
        [
            new("year", new Text("year", "年度"), FigureKind.Label),
            new("daysObserved", new Text("days observed", "觀察天數"), FigureKind.Count),
            new("newCustomers", new Text("new customers", "新顧客"), FigureKind.Count),
            .. CohortTable.GrowthColumns,
            new("wholeFirstYear", new Text("with a whole first year", "滿一年者"), FigureKind.Count),
            .. ledger.Currencies.SelectMany(FirstYearColumns),
        ],
        [.. cohorts.Years.Select((year, at) => YearRow(cohorts, firstYear, ledger, year, at))]);

    private static IEnumerable<FigureColumn> FirstYearColumns(Currency? currency) =>
    [
        new($"firstYearRevenue{currency?.Code}", new Text($"their first-year revenue {currency?.Code}".Trim(), $"首年營收 {currency?.Code}".Trim()), FigureKind.Amount),
        new($"firstYearValue{currency?.Code}", new Text($"a customer {currency?.Code}".Trim(), $"每顧客首年營收 {currency?.Code}".Trim()), FigureKind.Amount),
    ];

    private static ImmutableArray<Figure?> YearRow(Cohorts cohorts, FirstYearValue firstYear, CustomerLedger ledger, CohortYear year, int at) =>
    [
        new Figure.Label(year.Key, Text.Same(year.Key)),
        new Figure.Count(year.Days),
        new Figure.Count(year.Customers),
        .. CohortTable.GrowthCells(at == 0 ? null : cohorts.GrowthOf(at)),
        new Figure.Count(firstYear.Whole[at]),
        .. ledger.Currencies.SelectMany((currency, number) => firstYear.Cells(at, number, currency)),
    ];

    private static Chart Draw(Cohorts cohorts) => new(
        "newCustomersByYear",
        new Text("New customers by year", "各年度新顧客"),
        ChartKind.Bars,
        [.. cohorts.Years.Select(year => Text.Same(year.Key))],
        [new ChartSeries(new Text("new customers", "新顧客"), [.. cohorts.Years.Select(year => (double)year.Customers)])]);

    private static IEnumerable<Text> Warnings(Cohorts cohorts, CustomerLedger ledger)
    {
        CohortYear first = cohorts.Years[0];
        if (ledger.First == ledger.FirstEver)
        {
            yield return new Text(
                $"Sales begin on {Words.Day(ledger.FirstEver)}: customers of before look new in {first.Year}, so growth from {first.Year} to the next year says little.",
                $"銷售紀錄自 {Words.Day(ledger.FirstEver)} 開始：更早的顧客在 {first.Year} 年會被視為新顧客，因此 {first.Year} 年至次年的成長參考性低。");
        }

        if (cohorts.Years.Any(year => !year.IsWhole))
        {
            yield return new Text(
                "Years that are not whole are compared by new customers a day; seasons are not taken out.",
                "不完整的年度以每日新顧客數比較，未排除季節性。");
        }

        if (ledger.BySales)
        {
            yield return new Text(
                $"First-year revenue counts 365 days from the first sale, only for customers whose 365 days had ended by {Words.Day(ledger.Last)}.",
                $"首年營收自首次銷售起算 365 天，僅計入在 {Words.Day(ledger.Last)} 前已滿 365 天的顧客。");
        }

        yield return new Text(
            "Each interval covers the true growth in at least 95 of 100 cases if customers come independently; of many rows some will miss by chance.",
            "若顧客彼此獨立到來，每個區間至少有 95 % 機率涵蓋真實成長；列數多時，難免有少數落在區間外。");
    }
}
