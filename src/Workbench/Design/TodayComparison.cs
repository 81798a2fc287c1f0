using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Design;

/// <summary>Compares today's territories with the designed ones.</summary>
internal static class TodayComparison
{
    /// <summary>Compares by the first measure that is balanced, where single accounts have it; else by their number.</summary>
    /// <returns>Null when no account in scope has a territory today.</returns>
    internal static TodayAgainstDesign? Of(ColumnTable accounts, AreaAccounts counted, AreaMeasure first, ImmutableArray<int> territoryOf, int territories)
    {
        int[] unitOfAccount = counted.UnitOfAccount;
        bool byRevenue = first.Name == DesignRequest.Revenue;
        TextValues today = accounts[Accounts.Territory];
        int[] rows = [.. Enumerable.Range(0, accounts.Count).Where(row => unitOfAccount[row] >= 0 && today.Codes[row] >= 0)];
        if (rows.Length == 0)
        {
            return null;
        }

        var shared = new Dictionary<(int Old, int New), long>();
        var before = new Dictionary<int, long>();
        var after = new long[territories];
        foreach (int row in rows)
        {
            (int old, int designed) = (today.Codes[row], territoryOf[unitOfAccount[row]]);
            shared[(old, designed)] = shared.GetValueOrDefault((old, designed)) + 1;
            long weight = byRevenue ? counted.RevenueOfAccount[row] : 1;
            before[old] = before.GetValueOrDefault(old) + weight;
            after[designed] += weight;
        }

        double evenBefore = (double)after.Sum() / before.Count;
        double evenAfter = (double)after.Sum() / territories;
        return new TodayAgainstDesign(
            byRevenue ? new Text("revenue", "營收") : new Text("accounts", "客戶數"),
            before.Count, rows.Length, Stay(shared), before.Values.Min() / evenBefore, before.Values.Max() / evenBefore, after.Min() / evenAfter, after.Max() / evenAfter);
    }

    /// <summary>Accounts that stay when each old territory has one heir and each new one is heir once: the largest shared parts first.</summary>
    private static long Stay(Dictionary<(int Old, int New), long> shared)
    {
        var taken = new HashSet<int>();
        var given = new HashSet<int>();
        long stay = 0;
        foreach (((int old, int designed), long accounts) in shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            if (!given.Contains(old) && !taken.Contains(designed))
            {
                given.Add(old);
                taken.Add(designed);
                stay += accounts;
            }
        }

        return stay;
    }
}
