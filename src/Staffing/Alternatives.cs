namespace Bailiwick.Staffing;

/// <summary>For each choice of a least-cost assignment the least-cost assignment that does without it.</summary>
/// <remarks>
/// Moving the row of column j to column k costs w(j, k) = c(row j, k) − c(row k, k). The best assignment without the choice at j is the
/// shortest cycle through j. Prices p with w(j, k) + p(j) − p(k) ≥ 0 exist exactly when no cycle is below zero, that is, when the
/// assignment is least (Ahuja, Magnanti, Orlin, <i>Network Flows</i>, 1993, theorem 9.1): finding them proves it a second time.
/// </remarks>
internal sealed class Alternatives
{
    private readonly long[,] costs;
    private readonly int[] rowOf;
    private readonly Func<int, bool> isRep;
    private readonly long[] prices;

    private Alternatives(long[,] costs, int[] rowOf, Func<int, bool> isRep, long[] prices)
    {
        this.costs = costs;
        this.rowOf = rowOf;
        this.isRep = isRep;
        this.prices = prices;
    }

    /// <param name="costs">Per row and column the cost.</param>
    /// <param name="rowOf">Per column its row.</param>
    /// <param name="isRep">Whether a row is a rep; the others are vacancies, all alike.</param>
    /// <returns>Null when the assignment is not a least one.</returns>
    public static Alternatives? Of(long[,] costs, int[] rowOf, Func<int, bool> isRep)
    {
        var found = new long[rowOf.Length];
        for (int round = 0; round <= rowOf.Length; round++)
        {
            if (!Lower(costs, rowOf, found))
            {
                return new Alternatives(costs, rowOf, isRep, found);
            }
        }

        return null;
    }

    /// <summary>The row that takes a column in the best assignment without the choice there, and what that costs more; null when there is no other.</summary>
    public (int Row, long Regret)? Of(int column)
    {
        int size = rowOf.Length;
        bool isVacant = !isRep(rowOf[column]);
        var distance = new long[size];
        var settled = new bool[size];
        Array.Fill(distance, long.MaxValue);
        distance[column] = 0;
        int nearest = column;
        (int Row, long Regret)? best = null;
        while (nearest >= 0 && (best is null || distance[nearest] < best.Value.Regret))
        {
            settled[nearest] = true;
            // A vacancy is not done away with by another vacancy.
            bool closes = nearest != column && !(isVacant && !isRep(rowOf[nearest]));
            if (closes && distance[nearest] + Reduced(nearest, column) is var length && (best is null || length < best.Value.Regret))
            {
                best = (rowOf[nearest], length);
            }

            nearest = Settle(nearest, distance, settled);
        }

        // Prices cancel along a cycle: the reduced length is the true one.
        return best;
    }

    private int Settle(int from, long[] distance, bool[] settled)
    {
        int nearest = -1;
        for (int to = 0; to < distance.Length; to++)
        {
            if (settled[to])
            {
                continue;
            }

            distance[to] = Math.Min(distance[to], distance[from] + Reduced(from, to));
            if (nearest < 0 || distance[to] < distance[nearest])
            {
                nearest = to;
            }
        }

        return nearest;
    }

    private long Reduced(int from, int to) => costs[rowOf[from], to] - costs[rowOf[to], to] + prices[from] - prices[to];

    private static bool Lower(long[,] costs, int[] rowOf, long[] prices)
    {
        bool changed = false;
        for (int from = 0; from < prices.Length; from++)
        {
            for (int to = 0; to < prices.Length; to++)
            {
                long price = prices[from] + costs[rowOf[from], to] - costs[rowOf[to], to];
                if (price < prices[to])
                {
                    prices[to] = price;
                    changed = true;
                }
            }
        }

        return changed;
    }
}
