using System.Collections.Immutable;
using Bailiwick.Insight;
using Bailiwick.Insight.Ledger;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Diff;

/// <summary>What each account is worth on a day, and who works with it.</summary>
internal sealed class AccountWorth
{
    private readonly HashSet<(int Row, string Rep)> works = [];

    private AccountWorth(ColumnTable rows, DiffMarket known, IReadOnlyList<(Currency Currency, long[] Amounts)> revenue, IReadOnlyList<(Currency Currency, long[] Amounts)> pipeline) =>
        (Rows, Known, Revenue, Pipeline) = (rows, known, revenue, pipeline);

    /// <summary>The accounts, with their places found.</summary>
    public ColumnTable Rows { get; }

    public DiffMarket Known { get; }

    /// <summary>Per currency and row, in ten-thousandths.</summary>
    public IReadOnlyList<(Currency Currency, long[] Amounts)> Revenue { get; }

    /// <summary>Open opportunities, per currency and row, in ten-thousandths.</summary>
    public IReadOnlyList<(Currency Currency, long[] Amounts)> Pipeline { get; }

    /// <summary>Names of reps, where the market tells them.</summary>
    public IReadOnlyDictionary<string, string> RepNames { get; private init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether a rep has sold to an account, or has or had an opportunity with it.</summary>
    public bool Works(RepId rep, int row) => works.Contains((row, rep.Value));

    /// <summary>Of a file of accounts: their own revenue is all that is known.</summary>
    public static AccountWorth Of(ColumnTable accounts)
    {
        List<(Currency, long[])> own = ByCurrency(accounts.Count, accounts.Count, row => (row, accounts[Accounts.Currency][row], accounts[Accounts.Revenue].TenThousandths[row]));
        return new AccountWorth(accounts, new DiffMarket(accounts.Count, own.Count == 0 ? "none" : "own", null, null, HasDeals: false, HasRelationships: false), own, []);
    }

    /// <summary>Of a market on a day: twelve months of sales (without any sale the accounts' own revenue) and what is open.</summary>
    public static AccountWorth Of(MarketSnapshot market, DateOnly day)
    {
        RevenueYear year = RevenueYear.Of(market, day);
        AccountWorth own = Of(market.Accounts);
        IReadOnlyDictionary<string, int> rowOf = market.Accounts.RowsBy(Accounts.Id);
        bool hasRelationships = Knows(market.Sales, Sales.Rep) || Knows(market.Opportunities, Opportunities.Rep);
        var worth = new AccountWorth(
            market.Accounts,
            new DiffMarket(market.Accounts.Count, year.Until is null ? own.Known.Revenue : "sales", year.From, year.Until, market.Opportunities.Count > 0, hasRelationships),
            year.Until is null ? own.Revenue : Sold(market, year),
            Open(market.Opportunities, rowOf, day))
        {
            RepNames = market.Reps.ValuesBy(Reps.Id, Reps.Name),
        };
        worth.Note(market.Sales, (Sales.Account, Sales.Rep), rowOf);
        worth.Note(market.Opportunities, (Opportunities.Account, Opportunities.Rep), rowOf);
        return worth;
    }

    private static bool Knows(ColumnTable table, TextColumn rep) => Array.Exists(table[rep].Codes, code => code >= 0);

    private static List<(Currency, long[])> Sold(MarketSnapshot market, RevenueYear year)
    {
        var ledger = CustomerLedger.Of(market, new AskOptions { From = year.From, Until = year.Until });
        return [.. ledger.Currencies.Select((currency, at) => (currency ?? default, ledger.Revenue[at]))];
    }

    private static List<(Currency, long[])> Open(ColumnTable deals, IReadOnlyDictionary<string, int> rowOf, DateOnly day)
    {
        (TextValues accounts, TextValues outcomes, TextValues currencies) = (deals[Opportunities.Account], deals[Opportunities.Outcome], deals[Opportunities.Currency]);
        (int[] created, int[] closed) = (deals[Opportunities.Created].DayNumbers, deals[Opportunities.Closed].DayNumbers);
        long[] amounts = deals[Opportunities.Amount].TenThousandths;
        return ByCurrency(deals.Count, rowOf.Count, deal => (
            IsOpen(deal) && accounts[deal] is { } account ? rowOf.GetValueOrDefault(account, -1) : -1, currencies[deal], amounts[deal]));

        // Open on the day: there already, and not closed yet.
        bool IsOpen(int deal) => (created[deal] == DateValues.Unknown || created[deal] <= day.DayNumber)
            && (closed[deal] == DateValues.Unknown ? outcomes[deal] is null or "open" : closed[deal] > day.DayNumber);
    }

    private static List<(Currency Currency, long[] Amounts)> ByCurrency(int count, int accounts, Func<int, (int Row, string? Currency, long Amount)> read)
    {
        var sums = new Dictionary<Currency, (long[] Amounts, long Count)>();
        for (int at = 0; at < count; at++)
        {
            (int row, string? code, long amount) = read(at);
            if (row < 0 || amount == MoneyValues.Unknown)
            {
                continue;
            }

            Currency currency = Currency.TryOf(code, out Currency known) ? known : default;
            (long[] own, long uses) = sums.TryGetValue(currency, out (long[], long) sum) ? sum : (new long[accounts], 0);
            own[row] += amount;
            sums[currency] = (own, uses + 1);
        }

        return [.. sums.OrderByDescending(sum => sum.Value.Count).ThenBy(sum => sum.Key.ToString(), StringComparer.Ordinal).Select(sum => (sum.Key, sum.Value.Amounts))];
    }

    private void Note(ColumnTable table, (TextColumn Account, TextColumn Rep) columns, IReadOnlyDictionary<string, int> rowOf)
    {
        (TextValues accounts, TextValues reps) = (table[columns.Account], table[columns.Rep]);
        for (int row = 0; row < table.Count; row++)
        {
            if (reps[row] is { } rep && accounts[row] is { } account && rowOf.TryGetValue(account, out int at))
            {
                works.Add((at, rep));
            }
        }
    }
}
