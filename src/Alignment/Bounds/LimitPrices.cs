namespace Bailiwick.Alignment.Bounds;

/// <summary>With a price on what each territory holds, every unit goes where cost and price are least: what all of that costs, less the prices of the limits.</summary>
/// <remarks>Prices are per mean territory. Above 0: too much is wanted, paid up to the most; below 0: too little, paid up to the least.</remarks>
internal sealed class LimitPrices
{
    private const int Chunk = 1_024;

    private readonly int territories;
    private readonly int measures;
    private readonly int units;
    private readonly double[] cost;
    private readonly double[] weight;
    private readonly double[] least;
    private readonly double[] most;
    private readonly int[] locks;
    private readonly double[][] held;

    public LimitPrices(AlignmentProblem problem, UnitCosts costs, int[] centres)
    {
        (territories, measures, units) = (centres.Length, problem.Measures.Length, problem.Count);
        locks = [.. problem.Locks];
        cost = new double[(long)units * territories];
        Parallel.For(0, units, unit =>
        {
            for (int territory = 0; territory < territories; territory++)
            {
                cost[((long)unit * territories) + territory] = costs.Of(unit, centres[territory]);
            }
        });
        double[] target = [.. Enumerable.Range(0, measures).Select(measure => CentreBound.TargetOf(problem, measure))];
        weight = [.. Enumerable.Range(0, units * measures).Select(index => problem.Measures[index % measures].Weights[index / measures] / target[index % measures])];
        least = [.. Enumerable.Range(0, Length).Select(index => problem.Measures[index % measures].Bands[index / measures].Least / target[index % measures])];
        most = [.. Enumerable.Range(0, Length).Select(index => problem.Measures[index % measures].Bands[index / measures].Most / target[index % measures])];
        held = [.. Enumerable.Range(0, (units + Chunk - 1) / Chunk).Select(_ => new double[Length])];
        UnitPrices = new double[units];
    }

    /// <summary>Number of limits: territories × measures, the measures of a territory together.</summary>
    public int Length => territories * measures;

    /// <summary>Per unit its cost and price where they were least, when last counted.</summary>
    public double[] UnitPrices { get; }

    /// <summary>The bound that prices give.</summary>
    /// <param name="price">One a limit.</param>
    /// <param name="size">The sum of all that was added, without signs.</param>
    public double Count(double[] price, out double size)
    {
        // Chunk by chunk, so that the sums are the same on any number of threads.
        Parallel.For(0, held.Length, chunk => Choose(chunk, price));
        (double sum, size) = (0, 0);
        foreach (double unit in UnitPrices)
        {
            sum += unit;
            size += Math.Abs(unit);
        }

        for (int index = 0; index < price.Length; index++)
        {
            double paid = price[index] * (price[index] > 0 ? most[index] : least[index]);
            sum -= paid;
            size += Math.Abs(paid);
        }

        return sum;
    }

    /// <summary>The direction in which the bound counted last rises.</summary>
    public void Slope(double[] price, double[] slope)
    {
        for (int index = 0; index < price.Length; index++)
        {
            double sum = 0;
            foreach (double[] chunk in held)
            {
                sum += chunk[index];
            }

            slope[index] = price[index] > 0 ? sum - most[index] : price[index] < 0 ? sum - least[index] : sum > most[index] ? sum - most[index] : Math.Min(0, sum - least[index]);
        }
    }

    private void Choose(int chunk, double[] price)
    {
        double[] sums = held[chunk];
        Array.Clear(sums);
        for (int unit = chunk * Chunk; unit < Math.Min(units, (chunk + 1) * Chunk); unit++)
        {
            (int best, double lowest) = (-1, double.PositiveInfinity);
            for (int territory = 0; territory < territories; territory++)
            {
                double sum = cost[((long)unit * territories) + territory];
                for (int measure = 0; measure < measures; measure++)
                {
                    sum += price[(territory * measures) + measure] * weight[(unit * measures) + measure];
                }

                if (sum < lowest && (locks[unit] < 0 || locks[unit] == territory))
                {
                    (best, lowest) = (territory, sum);
                }
            }

            UnitPrices[unit] = lowest;
            for (int measure = 0; measure < measures; measure++)
            {
                sums[(best * measures) + measure] += weight[(unit * measures) + measure];
            }
        }
    }
}
