using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Workbench;

/// <summary>Accounts at hand that something concerns.</summary>
/// <param name="Accounts">How many.</param>
/// <param name="AccountShare">Of all accounts at hand, 0 to 1.</param>
/// <param name="Revenue">What they bought, by currency; in a market without sales their own revenue. Currencies without an amount are left out.</param>
/// <param name="RevenueShare">Of the revenue of all accounts at hand in the first currency, 0 to 1.</param>
/// <param name="Example">The first of them; null when there is none.</param>
public sealed record RealFigures(long Accounts, double AccountShare, ImmutableArray<Money> Revenue, double RevenueShare, AccountId? Example);

/// <summary>Adds up accounts.</summary>
internal sealed class RealCount(CheckedAccounts accounts)
{
    private readonly Int128[] revenue = new Int128[accounts.Currencies.Length];
    private long count;
    private int first = int.MaxValue;

    public RealFigures Figures => new(
        count,
        accounts.Rows.Count == 0 ? 0 : (double)count / accounts.Rows.Count,
        [.. accounts.Currencies.Select((currency, at) => new Money((decimal)revenue[at] / Money.Scale, currency)).Where(amount => amount.Amount != 0)],
        revenue.Length == 0 || accounts.Total[0] == 0 ? 0 : (double)revenue[0] / (double)accounts.Total[0],
        count == 0 ? null : accounts.IdOf(first));

    public void Add(int row)
    {
        count++;
        first = Math.Min(first, row);
        for (int currency = 0; currency < revenue.Length; currency++)
        {
            revenue[currency] += accounts.Revenue[currency][row];
        }
    }

    public void Add(ImmutableArray<int> rows)
    {
        foreach (int row in rows)
        {
            Add(row);
        }
    }
}
