using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Insight;
using Bailiwick.Insight.Ledger;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Workbench;

/// <summary>The accounts at which a check looks, with what they are worth.</summary>
internal sealed class CheckedAccounts
{
    private CheckedAccounts(ColumnTable rows, IReadOnlyList<(Currency Currency, long[] Amounts)> revenue)
    {
        Rows = rows;
        Currencies = [.. revenue.Select(each => each.Currency)];
        Revenue = [.. revenue.Select(each => each.Amounts)];
        Total = [.. Revenue.Select(amounts => amounts.Aggregate(Int128.Zero, (sum, amount) => sum + amount))];
    }

    /// <summary>The accounts, with their places found.</summary>
    public ColumnTable Rows { get; }

    /// <summary>The currencies, the one of most accounts or sales first.</summary>
    public ImmutableArray<Currency> Currencies { get; }

    /// <summary>Per currency and row, in ten-thousandths.</summary>
    public ImmutableArray<long[]> Revenue { get; }

    /// <summary>Per currency of all accounts.</summary>
    public ImmutableArray<Int128> Total { get; }

    /// <summary>The id of a row.</summary>
    public AccountId IdOf(int row) => new(Rows[Accounts.Id][row]!);

    /// <summary>The accounts of a request, else of the workspace; null when neither is there.</summary>
    public static CheckedAccounts? Of(CheckRequest request, Atlas atlas, Workspace? workspace, CancellationToken cancellation)
    {
        if (request.Accounts is { } source)
        {
            ColumnTable rows = PlacedRows(source, atlas, cancellation);
            return new CheckedAccounts(rows, OwnRevenue(rows));
        }

        if (workspace is null)
        {
            return null;
        }

        MarketSnapshot market = workspace.Market.Load(cancellation);
        return new CheckedAccounts(market.Accounts, market.Sales.Count > 0 ? Sold(market) : OwnRevenue(market.Accounts));
    }

    /// <summary>All accounts of a source, with their places found.</summary>
    public static ColumnTable PlacedRows(IMarketSource source, Atlas atlas, CancellationToken cancellation)
    {
        var placed = new PlacedSource(source, atlas.Resolver);
        var table = new ColumnTableBuilder(Accounts.Table);
        foreach (MarketRow row in placed.Rows(Accounts.Table))
        {
            cancellation.ThrowIfCancellationRequested();
            table.Add(row);
        }

        return table.Build();
    }

    private static List<(Currency, long[])> Sold(MarketSnapshot market)
    {
        var ledger = CustomerLedger.Of(market, new AskOptions());
        return [.. ledger.Currencies.Select((currency, at) => (currency, at)).Where(each => each.currency is not null).Select(each => (each.currency!.Value, ledger.Revenue[each.at]))];
    }

    private static List<(Currency, long[])> OwnRevenue(ColumnTable accounts)
    {
        TextValues codes = accounts[Accounts.Currency];
        long[] amounts = accounts[Accounts.Revenue].TenThousandths;
        return
        [
            .. Enumerable.Range(0, accounts.Count).Where(row => amounts[row] != MoneyValues.Unknown && Currency.TryOf(codes[row], out _))
                .GroupBy(row => Currency.Of(codes[row]!)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Code, StringComparer.Ordinal)
                .Select(group =>
                {
                    var own = new long[accounts.Count];
                    foreach (int row in group)
                    {
                        own[row] = amounts[row];
                    }

                    return (group.Key, own);
                }),
        ];
    }
}
