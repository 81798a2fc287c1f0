using System.Collections.Immutable;
using Bailiwick.Insight.Ledger;
using Bailiwick.Insight.Statistics;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Questions;

/// <summary>Question 3: who makes up most of our customer base; is it one industry?</summary>
/// <remarks>Counts over all customers, not a sample: the shares have no interval.</remarks>
internal sealed class CustomerMix : IMarketQuestion
{
    /// <summary>From this share on one industry is said to make up the base.</summary>
    private const double MostOfIt = 0.5;

    /// <summary>Below this share of known values nothing is said about a dimension.</summary>
    private const double KnownEnough = 0.5;

    /// <summary>Bars of the chart.</summary>
    private const int Bars = 12;

    public int Number => 3;

    public Text Question { get; } = new("Who makes up most of our customer base; is it one industry?", "我們的顧客群以誰為主？是否集中在單一行業？");

    public Answer Ask(MarketSnapshot market, AskOptions options)
    {
        var ledger = CustomerLedger.Of(market, options);
        Tally[] byAccount = [.. Dimension.All.Select(dimension => Tally.Of(dimension, dimension.Group(market, options), ledger))];
        Tally[] bySale = ledger.BySales ? [.. ProductTally.All(market, ledger, options)] : [];
        Tally[] told = [.. byAccount.Concat(bySale).Where(tally => tally.Known > 0)];
        return new Answer(
            Number,
            Question,
            [Industry(byAccount[0], ledger), .. told.Where(tally => tally.Dimension != Dimension.Industry).Select(tally => Largest(tally, ledger)).OfType<Text>()],
            [Summary(told, ledger), .. told.Select(tally => tally.Table(ledger))],
            [.. told.Select(tally => Draw(tally, ledger))],
            Caveats.Of(ledger),
            Caveats.First(ledger),
            Caveats.Last(ledger));
    }

    private static Text Industry(Tally tally, CustomerLedger ledger)
    {
        if (ledger.Customers == 0)
        {
            return new Text("There are no customers yet: no sales, and no account of stage \"customer\".", "目前沒有顧客：沒有銷售紀錄，也沒有階段為「customer」的客戶。");
        }

        string customers = Words.Count(ledger.Customers);
        double known = tally.Known / (double)ledger.Customers;
        if (known < KnownEnough || tally.OfCustomers is not { } concentration)
        {
            string? bring = tally.KnownRevenueShare is { } of ? Words.Percent(of.Value) : null;
            return new Text(
                $"The industry is known for only {Words.Percent(known)} of {customers} customers{(bring is null ? "" : $" ({bring} of the revenue)")}, so nobody can say whether the base is one industry.",
                $"{customers} 家顧客中只有 {Words.Percent(known)}{(bring is null ? "" : $"（占營收 {bring}）")} 知道行業，無法判斷顧客群是否集中於單一行業。");
        }

        int top = tally.Ranked()[0];
        Text name = tally.Labels[top].Words;
        string share = Words.Percent(concentration.Top.Value);
        string revenue = tally.RevenueShare(top) is { } part ? Words.Percent(part.Value) : "–";
        string parts = Words.Number(concentration.EqualParts);
        Text spread = Spread(concentration);
        return concentration.Top.Value >= MostOfIt
            ? new Text(
                $"Yes, mostly one industry: {name.English} is {share} of the customers whose industry is known and {revenue} of their revenue; the base is {spread.English} (as over {parts} equal industries).",
                $"是，以單一行業為主：{name.Chinese}占已知行業顧客的 {share}、其營收的 {revenue}；顧客群{spread.Chinese}（相當於 {parts} 個同等大小的行業）。")
            : new Text(
                $"No single industry: the largest, {name.English}, is {share} of the customers whose industry is known and {revenue} of their revenue; the base is {spread.English} (as over {parts} equal industries).",
                $"並非單一行業：最大的{name.Chinese}占已知行業顧客的 {share}、其營收的 {revenue}；顧客群{spread.Chinese}（相當於 {parts} 個同等大小的行業）。");
    }

    private static Text Spread(Concentration concentration) => concentration.Hhi switch
    {
        >= Concentration.High => new Text("highly concentrated", "高度集中"),
        >= Concentration.Moderate => new Text("moderately concentrated", "中度集中"),
        _ => new Text("widely spread", "相當分散"),
    };

    private static Text? Largest(Tally tally, CustomerLedger ledger)
    {
        if (tally.Known < KnownEnough * ledger.Customers || tally.Ranked().Length < 2)
        {
            return null;
        }

        int top = tally.Ranked()[0];
        string share = Words.Percent(tally.Customers[top] / (double)ledger.Customers);
        string? revenue = tally.RevenueShare(top) is { } part ? Words.Percent(part.Value) : null;
        Text name = tally.Labels[top].Words;
        return new Text(
            $"By {tally.Dimension.Title.English}: {name.English} has most customers, {share}{(revenue is null ? "" : $", with {revenue} of the revenue")}.",
            $"依{tally.Dimension.Title.Chinese}：{name.Chinese}的顧客最多，占 {share}{(revenue is null ? "" : $"，占營收 {revenue}")}。");
    }

    private static FigureTable Summary(Tally[] tallies, CustomerLedger ledger) => new(
        "concentration",
        new Text("How concentrated the base is", "顧客群集中程度"),
        [
            new("dimension", new Text("by", "依"), FigureKind.Label),
            new("groups", new Text("groups", "群數"), FigureKind.Count),
            new("knownShare", new Text("known for", "已知比例"), FigureKind.Part),
            new("largest", new Text("largest", "最大者"), FigureKind.Label),
            new("largestShare", new Text("its share of customers", "其顧客占比"), FigureKind.Part),
            new("hhiCustomers", new Text("HHI of customers (0 to 1)", "顧客 HHI（0 至 1）"), FigureKind.Index),
            new("hhiRevenue", new Text("HHI of revenue (0 to 1)", "營收 HHI（0 至 1）"), FigureKind.Index),
        ],
        [.. tallies.Select(tally => SummaryRow(tally, ledger))]);

    private static ImmutableArray<Figure?> SummaryRow(Tally tally, CustomerLedger ledger)
    {
        int[] ranked = tally.Ranked();
        // Customers of several products stand in several groups: an index of their shares would have no meaning.
        Concentration? customers = tally.Overlaps ? null : tally.OfCustomers;
        return
        [
            new Figure.Label(tally.Dimension.Name, tally.Dimension.Title),
            new Figure.Count(ranked.Length),
            tally.Overlaps ? null : new Figure.Part(Share.Of(tally.Known / (double)ledger.Customers)),
            tally.Labels[ranked[0]],
            new Figure.Part(Share.Of(tally.Customers[ranked[0]] / (double)ledger.Customers)),
            customers is { } count ? new Figure.Index(count.Hhi) : null,
            tally.OfRevenue is { } revenue ? new Figure.Index(revenue.Hhi) : null,
        ];
    }

    private static Chart Draw(Tally tally, CustomerLedger ledger)
    {
        int[] shown = [.. tally.Ranked().Take(Bars)];
        ChartSeries customers = new(
            new Text("share of customers, %", "顧客占比（%）"),
            [.. shown.Select(group => 100.0 * tally.Customers[group] / ledger.Customers)]);
        ChartSeries revenue = new(
            new Text($"share of revenue {ledger.Currencies.FirstOrDefault()?.Code}, %", $"營收占比 {ledger.Currencies.FirstOrDefault()?.Code}（%）"),
            [.. shown.Select(group => 100 * (tally.RevenueShare(group)?.Value ?? 0))]);
        return new Chart(
            tally.Dimension.Name,
            new Text($"Customer base by {tally.Dimension.Title.English}", $"顧客群，依{tally.Dimension.Title.Chinese}"),
            ChartKind.Bars,
            [.. shown.Select(group => tally.Labels[group].Words)],
            ledger.BySales ? [customers, revenue] : [customers]);
    }
}
