using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Ledger;

/// <summary>What each account bought: one pass over the sales, then answers by array look-up.</summary>
/// <remarks>
/// A customer is an account with at least one sale in the window, whatever its stage says. A market without any sales falls back on
/// the accounts of stage "customer", from their <c>since</c>. Amounts stay by currency and are never
/// added across. Amounts are whole ten-thousandths (<see cref="Money.Scale"/>). Arrays go by account row of the snapshot.
/// </remarks>
public sealed class CustomerLedger
{
    /// <summary>Stands for a sale whose account is not in the market, and for a group that is unknown.</summary>
    public const int None = -1;

    /// <summary>Stands for an account that never bought.</summary>
    public const int Never = int.MaxValue;

    private CustomerLedger(int accounts, int sales, ImmutableArray<Currency?> currencies)
    {
        Currencies = currencies;
        AccountOf = new int[sales];
        FirstDay = new int[accounts];
        FirstSale = new int[accounts];
        SalesOf = new int[accounts];
        Revenue = [.. currencies.Select(_ => new long[accounts])];
        StrayAmount = new Int128[currencies.Length];
        Array.Fill(FirstDay, Never);
        Array.Fill(FirstSale, None);
    }

    /// <summary>The currencies of the sales, the one with most sales first; null is "the sale does not say".</summary>
    public ImmutableArray<Currency?> Currencies { get; }

    /// <summary>Per sale the row of its account, or <see cref="None"/>.</summary>
    public int[] AccountOf { get; }

    /// <summary>Per account the day number of its first sale ever (up to the end of the window), or <see cref="Never"/>.</summary>
    public int[] FirstDay { get; }

    /// <summary>Per account the row of its first sale ever, or <see cref="None"/>. Of several on that day, the first row.</summary>
    public int[] FirstSale { get; }

    /// <summary>Per account the number of sales in the window; above 0 means customer.</summary>
    public int[] SalesOf { get; }

    /// <summary>Per currency and account the revenue in the window.</summary>
    public long[][] Revenue { get; }

    /// <summary>Sales in the window whose account is not in the market.</summary>
    public long StraySales { get; private set; }

    /// <summary>Per currency what those sales bring.</summary>
    public Int128[] StrayAmount { get; }

    /// <summary>Sales in the window.</summary>
    public long Sales { get; private set; }

    /// <summary>Day number of the first sale ever; <see cref="Never"/> without sales.</summary>
    public int FirstEver { get; private set; } = Never;

    /// <summary>Day number of the first sale in the window; <see cref="Never"/> without sales.</summary>
    public int First { get; private set; } = Never;

    /// <summary>Day number of the last sale in the window; −1 without sales.</summary>
    public int Last { get; private set; } = -1;

    /// <summary>Whether customers are known by their sales; else by their stage.</summary>
    public bool BySales => AccountOf.Length > 0;

    /// <summary>Number of customers.</summary>
    public int Customers { get; private set; }

    /// <summary>Per sale its currency as an index into <see cref="Currencies"/>.</summary>
    public int CurrencyOf(int sale) => currencyOfCode[codes[sale] + 1];

    private int[] codes = [];
    private int[] currencyOfCode = [];

    /// <summary>Reads the sales of a market.</summary>
    public static CustomerLedger Of(MarketSnapshot market, AskOptions options)
    {
        ColumnTable sales = market.Sales;
        TextValues currency = sales[Market.Sales.Currency];
        (ImmutableArray<Currency?> currencies, int[] ofCode) = Rank(currency);
        var ledger = new CustomerLedger(market.Accounts.Count, sales.Count, currencies) { codes = currency.Codes, currencyOfCode = ofCode };
        if (sales.Count > 0)
        {
            ledger.Read(sales, AccountRows(market), options);
        }
        else
        {
            ledger.ReadStages(market.Accounts, options);
        }

        ledger.Customers = ledger.SalesOf.Count(count => count > 0);
        return ledger;
    }

    /// <summary>Per value of the sales' account column the row of that account, or <see cref="None"/>.</summary>
    private static int[] AccountRows(MarketSnapshot market)
    {
        IReadOnlyDictionary<string, int> rows = market.Accounts.RowsBy(Market.Accounts.Id);
        return [.. market.Sales[Market.Sales.Account].Values.Select(id => rows.GetValueOrDefault(id, None))];
    }

    private static (ImmutableArray<Currency?> Currencies, int[] OfCode) Rank(TextValues currency)
    {
        var count = new long[currency.Values.Length + 1];
        foreach (int code in currency.Codes)
        {
            count[code + 1]++;
        }

        Currency?[] ofValue = [null, .. currency.Values.Select(value => Currency.TryOf(value, out Currency known) ? known : (Currency?)null)];
        ImmutableArray<Currency?> ranked =
        [
            .. ofValue.Select((value, at) => (value, count: count[at]))
                .GroupBy(pair => pair.value, (value, pairs) => (value, count: pairs.Sum(pair => pair.count)))
                .Where(pair => pair.count > 0)
                .OrderByDescending(pair => pair.count).ThenBy(pair => pair.value?.Code, StringComparer.Ordinal)
                .Select(pair => pair.value),
        ];
        return (ranked, [.. ofValue.Select(value => ranked.IndexOf(value))]);
    }

    private void Read(ColumnTable sales, int[] accountRows, AskOptions options)
    {
        int[] accountCodes = sales[Market.Sales.Account].Codes;
        int[] days = sales[Market.Sales.Date].DayNumbers;
        long[] amounts = sales[Market.Sales.Amount].TenThousandths;
        int from = options.From?.DayNumber ?? int.MinValue;
        int until = options.Until?.DayNumber ?? int.MaxValue;
        for (int sale = 0; sale < days.Length; sale++)
        {
            int account = accountCodes[sale] < 0 ? None : accountRows[accountCodes[sale]];
            AccountOf[sale] = account;
            int day = days[sale];
            if (day == DateValues.Unknown || day > until)
            {
                AccountOf[sale] = None;
                continue;
            }

            FirstEver = Math.Min(FirstEver, day);
            if (account >= 0 && day < FirstDay[account])
            {
                FirstDay[account] = day;
                FirstSale[account] = sale;
            }

            if (day < from)
            {
                continue;
            }

            Sales++;
            First = Math.Min(First, day);
            Last = Math.Max(Last, day);
            long amount = amounts[sale] == MoneyValues.Unknown ? 0 : amounts[sale];
            if (account >= 0)
            {
                SalesOf[account]++;
                ref long sum = ref Revenue[CurrencyOf(sale)][account];
                sum = checked(sum + amount);
            }
            else
            {
                StraySales++;
                StrayAmount[CurrencyOf(sale)] += amount;
            }
        }
    }

    private void ReadStages(ColumnTable accounts, AskOptions options)
    {
        TextValues stages = accounts[Market.Accounts.Stage];
        bool[] isCustomer = [.. stages.Values.Select(stage => string.Equals(stage.Trim(), "customer", StringComparison.OrdinalIgnoreCase))];
        int[] since = accounts[Market.Accounts.Since].DayNumbers;
        int from = options.From?.DayNumber ?? int.MinValue;
        int until = options.Until?.DayNumber ?? int.MaxValue;
        for (int account = 0; account < since.Length; account++)
        {
            if (stages.Codes[account] < 0 || !isCustomer[stages.Codes[account]] || since[account] > until)
            {
                continue;
            }

            SalesOf[account] = 1;
            if (since[account] != DateValues.Unknown)
            {
                FirstDay[account] = since[account];
                FirstEver = Math.Min(FirstEver, since[account]);
                First = Math.Min(First, Math.Max(from, since[account]));
                Last = Math.Max(Last, since[account]);
            }
        }
    }
}
