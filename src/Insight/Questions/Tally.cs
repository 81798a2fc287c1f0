using System.Collections.Immutable;
using Bailiwick.Insight.Ledger;
using Bailiwick.Insight.Statistics;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Questions;

/// <summary>Customers and revenue by group of one dimension.</summary>
/// <param name="Dimension">What the groups are.</param>
/// <param name="Labels">The groups; the last is unknown.</param>
/// <param name="Customers">Customers a group.</param>
/// <param name="Revenue">Per currency the revenue a group, in ten-thousandths.</param>
/// <param name="Overlaps">Whether a customer can stand in several groups (products): then shares of customers add up to more than 1.</param>
internal sealed record Tally(Dimension Dimension, ImmutableArray<Figure.Label> Labels, long[] Customers, Int128[][] Revenue, bool Overlaps)
{
    /// <summary>Counts the customers of a ledger by group.</summary>
    public static Tally Of(Dimension dimension, Groups groups, CustomerLedger ledger)
    {
        var customers = new long[groups.Labels.Length];
        Int128[][] revenue = [.. ledger.Currencies.Select(_ => new Int128[groups.Labels.Length])];
        for (int account = 0; account < ledger.SalesOf.Length; account++)
        {
            if (ledger.SalesOf[account] == 0)
            {
                continue;
            }

            int group = groups.Of[account];
            customers[group]++;
            for (int currency = 0; currency < revenue.Length; currency++)
            {
                revenue[currency][group] += ledger.Revenue[currency][account];
            }
        }

        return new Tally(dimension, groups.Labels, customers, revenue, Overlaps: false);
    }

    /// <summary>Groups with customers, unknown left out: most customers first, then most revenue, then by key.</summary>
    public int[] Ranked() =>
    [
        .. Enumerable.Range(0, Labels.Length - 1)
            .Where(group => Customers[group] > 0)
            .OrderByDescending(group => Customers[group])
            .ThenByDescending(group => Revenue.Length > 0 ? Revenue[0][group] : 0)
            .ThenBy(group => Labels[group].Key, StringComparer.Ordinal),
    ];

    /// <summary>Customers whose group is known.</summary>
    public long Known => Customers.Sum() - Customers[^1];

    /// <summary>Concentration of the customers, unknown left out; null when none is known.</summary>
    public Concentration? OfCustomers => Concentration.Of(Customers.SkipLast(1).Select(count => (double)count));

    /// <summary>Concentration of the revenue in the first currency, unknown left out; null when there is none.</summary>
    public Concentration? OfRevenue => Revenue.Length == 0 ? null : Concentration.Of(Revenue[0].SkipLast(1).Select(sum => (double)sum));

    /// <summary>The part of the revenue in the first currency that a group brings, of what is known; null when there is none, or a group is negative.</summary>
    public Share? RevenueShare(int group) => Revenue.Length == 0 ? null : Part(Revenue[0][group], Sum(Revenue[0].AsSpan(0, Labels.Length - 1)));

    /// <summary>The part of the revenue in the first currency whose group is known; null when there is none.</summary>
    public Share? KnownRevenueShare => Revenue.Length == 0 ? null : Part(Sum(Revenue[0].AsSpan(0, Labels.Length - 1)), Sum(Revenue[0]));

    /// <summary>The table of this tally.</summary>
    public FigureTable Table(CustomerLedger ledger)
    {
        ImmutableArray<FigureColumn> columns =
        [
            new(Dimension.Name, Dimension.Title, FigureKind.Label),
            new("customers", new Text("customers", "顧客數"), FigureKind.Count),
            new("customersShare", new Text("share of customers", "顧客占比"), FigureKind.Part),
            .. ledger.Currencies.SelectMany(RevenueColumns),
        ];
        IEnumerable<int> groups = Customers[^1] > 0 ? [.. Ranked(), Labels.Length - 1] : Ranked();
        var rows = groups.Select(group => Row(group, ledger)).ToList();
        if (ledger.StraySales > 0)
        {
            rows.Add(StrayRow(ledger));
        }

        return new FigureTable(
            Dimension.Name,
            new Text($"Customers and revenue by {Dimension.Title.English}", $"顧客與營收，依{Dimension.Title.Chinese}"),
            columns,
            [.. rows]);
    }

    private static IEnumerable<FigureColumn> RevenueColumns(Currency? currency) =>
    [
        new($"revenue{currency?.Code}", new Text($"revenue {currency?.Code}".Trim(), $"營收 {currency?.Code}".Trim()), FigureKind.Amount),
        new($"revenueShare{currency?.Code}", new Text($"share of revenue {currency?.Code}".Trim(), $"營收占比 {currency?.Code}".Trim()), FigureKind.Part),
    ];

    private ImmutableArray<Figure?> Row(int group, CustomerLedger ledger) =>
    [
        Labels[group],
        new Figure.Count(Customers[group]),
        Cell(Part(Customers[group], ledger.Customers)),
        .. ledger.Currencies.SelectMany((currency, at) => Amounts(Revenue[at][group], at, ledger)),
    ];

    private ImmutableArray<Figure?> StrayRow(CustomerLedger ledger) =>
    [
        new Figure.Label(null, new Text("sales without a known account", "無對應客戶的銷售")),
        new Figure.Count(0),
        null,
        .. ledger.Currencies.SelectMany((currency, at) => Amounts(ledger.StrayAmount[at], at, ledger)),
    ];

    private Figure?[] Amounts(Int128 sum, int at, CustomerLedger ledger) =>
    [
        new Figure.Amount((decimal)sum / Money.Scale, ledger.Currencies[at]),
        Cell(Part(sum, Sum(Revenue[at]) + ledger.StrayAmount[at])),
    ];

    private static Int128 Sum(ReadOnlySpan<Int128> amounts)
    {
        Int128 sum = 0;
        foreach (Int128 amount in amounts)
        {
            sum += amount;
        }

        return sum;
    }

    private static Share? Part(Int128 part, Int128 whole) => whole > 0 && part >= 0 && part <= whole ? Share.Of((double)part / (double)whole) : null;

    private static Figure.Part? Cell(Share? share) => share is { } value ? new Figure.Part(value) : null;
}
