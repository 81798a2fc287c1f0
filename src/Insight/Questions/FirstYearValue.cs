using Bailiwick.Insight.Ledger;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Questions;

/// <summary>What new customers brought in the 365 days from their first sale, that day included.</summary>
/// <param name="Whole">Per year the new customers whose 365 days had ended with the last sale known.</param>
/// <param name="Revenue">Per currency and year their revenue in those days, in ten-thousandths.</param>
/// <param name="Buyers">Per currency and year how many of them bought in that currency in those days.</param>
internal sealed record FirstYearValue(long[] Whole, Int128[][] Revenue, long[][] Buyers)
{
    private const int Days = 365;

    public static FirstYearValue Of(ColumnTable sales, CustomerLedger ledger, Cohorts cohorts)
    {
        int years = cohorts.Years.Length;
        var value = new FirstYearValue(
            new long[years],
            [.. ledger.Currencies.Select(_ => new Int128[years])],
            [.. ledger.Currencies.Select(_ => new long[years])]);
        for (int account = 0; account < cohorts.Of.Length; account++)
        {
            if (cohorts.Of[account] >= 0 && IsWhole(ledger, account))
            {
                value.Whole[cohorts.Of[account]]++;
            }
        }

        value.Read(sales, ledger, cohorts);
        return value;
    }

    /// <summary>Revenue in all and a customer who bought in this currency.</summary>
    public IEnumerable<Figure?> Cells(int year, int currency, Currency? code)
    {
        decimal revenue = (decimal)Revenue[currency][year] / Money.Scale;
        return Buyers[currency][year] == 0
            ? [null, null]
            : [new Figure.Amount(revenue, code), new Figure.Amount(Math.Round(revenue / Buyers[currency][year], 2, MidpointRounding.AwayFromZero), code)];
    }

    private void Read(ColumnTable sales, CustomerLedger ledger, Cohorts cohorts)
    {
        long[] amounts = sales[Sales.Amount].TenThousandths;
        int[] days = sales[Sales.Date].DayNumbers;
        bool[][] bought = [.. ledger.Currencies.Select(_ => new bool[cohorts.Of.Length])];
        for (int sale = 0; sale < days.Length; sale++)
        {
            int account = ledger.AccountOf[sale];
            if (account < 0 || cohorts.Of[account] < 0 || days[sale] - ledger.FirstDay[account] >= Days || !IsWhole(ledger, account))
            {
                continue;
            }

            int currency = ledger.CurrencyOf(sale);
            int year = cohorts.Of[account];
            Revenue[currency][year] += amounts[sale] == MoneyValues.Unknown ? 0 : amounts[sale];
            if (!bought[currency][account])
            {
                bought[currency][account] = true;
                Buyers[currency][year]++;
            }
        }
    }

    private static bool IsWhole(CustomerLedger ledger, int account) => ledger.BySales && ledger.FirstDay[account] + Days - 1 <= ledger.Last;
}
