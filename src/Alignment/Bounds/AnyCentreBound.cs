namespace Bailiwick.Alignment.Bounds;

/// <summary>What no plan can be better than, whatever its centres: each unit has a price, each possible centre takes the units that pay, within the limits of the first measure.</summary>
/// <remarks>
/// Lagrangian of the assignment of the capacitated p-median problem (Validi, Buchanan, Lykhovyd 2022, doi 10.1287/opre.2021.2141): the prices of all units and the
/// cheapest centres, as many as there are territories, together are a bound, whatever the prices are. A centre's part is a knapsack with two limits, units split where
/// they must be. Prices climb by subgradients. Where limits differ among territories the widest count.
/// </remarks>
internal sealed class AnyCentreBound
{
    private readonly int units;
    private readonly int territories;
    private readonly UnitCosts costs;
    private readonly long[] weight;
    private readonly long least;
    private readonly long most;
    private readonly double[] start;
    private readonly double[] reduced;
    private readonly double[] rates;
    private readonly int[] which;
    private readonly double[] taken;

    public AnyCentreBound(AlignmentProblem problem, UnitCosts costs)
    {
        (units, territories, this.costs) = (problem.Count, problem.Territories, costs);
        weight = [.. problem.Measures[0].Weights];
        least = problem.Measures[0].Bands.Min(band => band.Least);
        most = problem.Measures[0].Bands.Max(band => band.Most);
        (start, reduced, rates, which) = (new double[units], new double[units], new double[units], new int[units]);
        taken = new double[units];
    }

    /// <summary>The bound.</summary>
    /// <param name="prices">Per unit a price to begin with.</param>
    /// <param name="score">The score of a plan, to aim at.</param>
    /// <param name="steps">Steps to climb.</param>
    /// <param name="cancellation">Ends the climb; the best bound so far is one.</param>
    public double? Of(double[] prices, double score, int steps, CancellationToken cancellation) =>
        new Climb(steps, Patience: 8).Run(prices, score, Count, cancellation) is var (best, bound) ? bound - (best.Sum(Math.Abs) * Climb.Rounding) : null;

    // The bound that prices give; it rises with the prices of units that nobody takes. Null when fewer centres than territories can keep the limits.
    private double? Count(double[] price, double[] slope)
    {
        Parallel.For(0, units, centre => start[centre] = Free(centre, price));
        // Limits only make a centre dearer: those that are dear already need no closer look.
        int[] order = [.. Enumerable.Range(0, units).OrderBy(centre => start[centre]).ThenBy(centre => centre)];
        var chosen = new PriorityQueue<int, double>();
        Array.Clear(taken);
        for (int at = 0; at < order.Length; at++)
        {
            chosen.TryPeek(out _, out double dearest);
            if (chosen.Count == territories && start[order[at]] >= -dearest)
            {
                break;
            }

            double cost = Limited(order[at], price, chosen.Count == territories ? -dearest : double.PositiveInfinity, takes: false);
            if (double.IsFinite(cost))
            {
                chosen.Enqueue(order[at], -cost);
                if (chosen.Count > territories)
                {
                    chosen.Dequeue();
                }
            }
        }

        if (chosen.Count < territories)
        {
            return null;
        }

        double sum = price.Sum();
        foreach ((int centre, _) in chosen.UnorderedItems.OrderBy(item => item.Element))
        {
            sum += Limited(centre, price, double.PositiveInfinity, takes: true);
        }

        for (int unit = 0; unit < units; unit++)
        {
            slope[unit] = 1 - taken[unit];
        }

        return sum;
    }

    // What a centre costs when it takes every unit that pays, without limits: no more than with them.
    private double Free(int centre, double[] price)
    {
        double sum = 0;
        for (int unit = 0; unit < units; unit++)
        {
            sum += Math.Min(0, costs.Of(unit, centre) - price[unit]);
        }

        return sum + Math.Max(0, costs.Of(centre, centre) - price[centre]);
    }

    // What it costs within the limits: beside itself it takes the units that pay, less the ones that pay least for their weight, or more that cost least.
    // Where that is no less than an enough, infinite.
    private double Limited(int centre, double[] price, double enough, bool takes)
    {
        (double sum, long held) = (0, 0);
        for (int unit = 0; unit < units; unit++)
        {
            double each = reduced[unit] = costs.Of(unit, centre) - price[unit];
            if (each < 0 || unit == centre)
            {
                sum += each;
                held += weight[unit];
                if (takes)
                {
                    taken[unit]++;
                }
            }
        }

        bool isTooMuch = held > most;
        double open = isTooMuch ? held - most : Math.Max(0, least - held);
        if (open == 0)
        {
            return sum;
        }

        (int others, double lowest) = (0, double.PositiveInfinity);
        for (int unit = 0; unit < units; unit++)
        {
            if (unit != centre && weight[unit] > 0 && reduced[unit] < 0 == isTooMuch)
            {
                double rate = Math.Abs(reduced[unit]) / weight[unit];
                (rates[others], which[others]) = (rate, unit);
                lowest = Math.Min(lowest, rate);
                others++;
            }
        }

        if (sum + (open * lowest) >= enough)
        {
            return double.PositiveInfinity;
        }

        int cheap = Cheapest(others, open);
        for (int at = 0; at < cheap; at++)
        {
            // The last one in part.
            double part = Math.Min(open, weight[which[at]]);
            sum += rates[at] * part;
            open -= part;
            if (takes)
            {
                taken[which[at]] += (isTooMuch ? -part : part) / weight[which[at]];
            }
        }

        return open > 0 ? double.PositiveInfinity : sum;
    }

    // Brings the lowest rates to the front, just so many that their weights fill what is open; the dearest of them last. All when they do not.
    private int Cheapest(int count, double open)
    {
        (int from, int to) = (0, count);
        while (to - from > 1)
        {
            double pivot = rates[(from + to) / 2];
            (int low, int high, double below) = (from, to, 0);
            for (int at = from; at < high;)
            {
                if (rates[at] < pivot)
                {
                    below += weight[which[at]];
                    Swap(at++, low++);
                }
                else if (rates[at] > pivot)
                {
                    Swap(at, --high);
                }
                else
                {
                    at++;
                }
            }

            if (below >= open)
            {
                to = low;
                continue;
            }

            // Those at the pivot are alike: their order does not matter.
            open -= below;
            for (int at = low; at < high; at++)
            {
                open -= weight[which[at]];
                if (open <= 0)
                {
                    return at + 1;
                }
            }

            from = high;
        }

        return to;
    }

    private void Swap(int one, int other)
    {
        (rates[one], rates[other]) = (rates[other], rates[one]);
        (which[one], which[other]) = (which[other], which[one]);
    }
}
