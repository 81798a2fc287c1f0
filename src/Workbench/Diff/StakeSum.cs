using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Diff;

/// <summary>Adds up what accounts are worth.</summary>
internal sealed class StakeSum(AccountWorth worth)
{
    private readonly Int128[] revenue = new Int128[worth.Revenue.Count];
    private readonly Int128[] pipeline = new Int128[worth.Pipeline.Count];
    private long accounts;

    public Stake Stake => new(accounts, Amounts(revenue, worth.Revenue), Amounts(pipeline, worth.Pipeline));

    public void Add(int row)
    {
        accounts++;
        AddTo(revenue, worth.Revenue, row);
        AddTo(pipeline, worth.Pipeline, row);
    }

    public static Stake Of(AccountWorth worth, IEnumerable<int> rows)
    {
        var sum = new StakeSum(worth);
        foreach (int row in rows)
        {
            sum.Add(row);
        }

        return sum.Stake;
    }

    private static void AddTo(Int128[] sums, IReadOnlyList<(Currency Currency, long[] Amounts)> amounts, int row)
    {
        for (int currency = 0; currency < sums.Length; currency++)
        {
            sums[currency] += amounts[currency].Amounts[row];
        }
    }

    private static ImmutableArray<Money> Amounts(Int128[] sums, IReadOnlyList<(Currency Currency, long[] Amounts)> amounts) =>
        [.. sums.Select((sum, at) => new Money((decimal)sum / Money.Scale, amounts[at].Currency)).Where(money => money.Amount != 0)];
}

/// <summary>Adds up what is in something before and after, what comes and what goes.</summary>
internal sealed class FlowSum(AccountWorth worth)
{
    private readonly StakeSum before = new(worth);
    private readonly StakeSum into = new(worth);
    private readonly StakeSum away = new(worth);
    private readonly StakeSum after = new(worth);

    public Flow Flow => new(before.Stake, into.Stake, away.Stake, after.Stake);

    /// <summary>Adds an account that was in it, or comes to be, or both.</summary>
    public void Add(int row, bool was, bool isNow)
    {
        if (was)
        {
            before.Add(row);
        }

        if (isNow)
        {
            after.Add(row);
        }

        if (was != isNow)
        {
            (isNow ? into : away).Add(row);
        }
    }
}
