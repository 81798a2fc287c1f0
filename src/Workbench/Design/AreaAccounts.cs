using Bailiwick.Market;

namespace Bailiwick.Workbench.Design;

/// <summary>What the accounts in scope bring to each area.</summary>
internal sealed class AreaAccounts
{
    internal AreaAccounts(MarketSnapshot market, DesignAreas areas, DesignScope scope)
    {
        int units = areas.Indexes.Length;
        (Accounts, Customers, Revenue) = (new long[units], new long[units], new long[units]);
        UnitOfAccount = new int[market.Accounts.Count];
        RevenueOfAccount = new long[market.Accounts.Count];
        for (int row = 0; row < UnitOfAccount.Length; row++)
        {
            UnitOfAccount[row] = scope.IsIn[row] && scope.AreaOf[row] >= 0 ? areas.UnitOf[scope.AreaOf[row]] : -1;
            if (UnitOfAccount[row] >= 0)
            {
                Accounts[UnitOfAccount[row]]++;
            }
        }

        CountSales(market);
    }

    /// <summary>Per account in scope its unit, or −1.</summary>
    internal int[] UnitOfAccount { get; }

    /// <summary>Per account in scope its part of <see cref="Revenue"/>; may be negative where goods came back.</summary>
    internal long[] RevenueOfAccount { get; }

    /// <summary>Per unit its accounts.</summary>
    internal long[] Accounts { get; }

    /// <summary>Per unit its accounts with at least one sale.</summary>
    internal long[] Customers { get; }

    /// <summary>Per unit the sales of the last twelve months of sales, in ten-thousandths of <see cref="Currency"/>; never below 0.</summary>
    internal long[] Revenue { get; }

    /// <summary>The most used currency of sales; null without sales.</summary>
    internal string? Currency { get; private set; }

    /// <summary>Sales of accounts in scope in another currency, left out of <see cref="Revenue"/>.</summary>
    internal long OtherCurrencies { get; private set; }

    private void CountSales(MarketSnapshot market)
    {
        TextValues account = market.Sales[Sales.Account];
        TextValues currency = market.Sales[Sales.Currency];
        MoneyValues amount = market.Sales[Sales.Amount];
        int[] days = market.Sales[Sales.Date].DayNumbers;
        if (days.Length == 0)
        {
            return;
        }

        int last = days.Max();
        int first = DateOnly.FromDayNumber(last).AddYears(-1).DayNumber;
        int usual = currency.Codes.Where(code => code >= 0).GroupBy(code => code).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => group.Key).FirstOrDefault(-1);
        Currency = usual < 0 ? null : currency.Values[usual];
        IReadOnlyDictionary<string, int> rows = market.Accounts.RowsBy(Market.Accounts.Id);
        // Per account that sales name its row, or −1 when it is not in scope.
        int[] rowOf = [.. account.Values.Select(id => rows.TryGetValue(id, out int row) && UnitOfAccount[row] >= 0 ? row : -1)];
        var hasBought = new bool[market.Accounts.Count];
        for (int sale = 0; sale < days.Length; sale++)
        {
            int row = account.Codes[sale] < 0 ? -1 : rowOf[account.Codes[sale]];
            if (row < 0)
            {
                continue;
            }

            hasBought[row] = true;
            if (days[sale] > first && amount.TenThousandths[sale] != MoneyValues.Unknown)
            {
                if (currency.Codes[sale] == usual)
                {
                    RevenueOfAccount[row] += amount.TenThousandths[sale];
                }
                else
                {
                    OtherCurrencies++;
                }
            }
        }

        for (int row = 0; row < hasBought.Length; row++)
        {
            if (hasBought[row])
            {
                Customers[UnitOfAccount[row]]++;
                Revenue[UnitOfAccount[row]] += RevenueOfAccount[row];
            }
        }

        for (int unit = 0; unit < Revenue.Length; unit++)
        {
            Revenue[unit] = Math.Max(0, Revenue[unit]);
        }
    }
}
