namespace Bailiwick.Alignment.Search;

/// <summary>What the territories hold, and by how much they miss their bands.</summary>
/// <remarks>
/// A miss is counted in millionths of the target, rounded up so that any miss is above 0, plus its square over <see cref="Bend"/>, so that
/// one large miss weighs more than several small ones: when no plan keeps every limit, the unavoidable is spread out.
/// </remarks>
internal sealed class Balance
{
    /// <summary>A miss of this many millionths counts double.</summary>
    private const long Bend = 100_000;

    private const double Millionths = 1e6;

    private readonly int measures;
    private readonly int territories;
    private readonly long[] weights;
    private readonly long[] sums;
    private readonly long[] least;
    private readonly long[] most;
    private readonly double[] scale;

    internal Balance(AlignmentProblem problem)
    {
        measures = problem.Measures.Length;
        territories = problem.Territories;
        weights = new long[problem.Count * measures];
        sums = new long[territories * measures];
        least = new long[territories * measures];
        most = new long[territories * measures];
        scale = new double[territories * measures];
        for (int measure = 0; measure < measures; measure++)
        {
            for (int unit = 0; unit < problem.Count; unit++)
            {
                weights[(unit * measures) + measure] = problem.Measures[measure].Weights[unit];
            }

            for (int territory = 0; territory < territories; territory++)
            {
                Band band = problem.Measures[measure].Bands[territory];
                least[(territory * measures) + measure] = band.Least;
                most[(territory * measures) + measure] = band.Most;
                scale[(territory * measures) + measure] = Scale(band);
            }
        }
    }

    /// <summary>The sum of all misses; 0 when every limit is kept.</summary>
    internal long Total { get; private set; }

    internal void Load(ReadOnlySpan<int> territoryOf)
    {
        Array.Clear(sums);
        for (int unit = 0; unit < territoryOf.Length; unit++)
        {
            for (int measure = 0; measure < measures; measure++)
            {
                sums[(territoryOf[unit] * measures) + measure] += weights[(unit * measures) + measure];
            }
        }

        Total = Recount();
    }

    /// <summary>What <see cref="Total"/> would change by if the unit moved.</summary>
    internal long Change(int unit, int from, int to)
    {
        long change = 0;
        for (int measure = 0; measure < measures; measure++)
        {
            long weight = weights[(unit * measures) + measure];
            if (weight != 0)
            {
                int giver = (from * measures) + measure;
                int taker = (to * measures) + measure;
                change += Miss(giver, sums[giver] - weight) - Miss(giver, sums[giver]) + Miss(taker, sums[taker] + weight) - Miss(taker, sums[taker]);
            }
        }

        return change;
    }

    internal void Apply(int unit, int from, int to, long change)
    {
        for (int measure = 0; measure < measures; measure++)
        {
            long weight = weights[(unit * measures) + measure];
            sums[(from * measures) + measure] -= weight;
            sums[(to * measures) + measure] += weight;
        }

        Total += change;
    }

    /// <summary>The weight of a unit against a territory's target, in millionths, the mean over the measures.</summary>
    internal double WeightInMillionths(int unit, int territory)
    {
        double share = 0;
        for (int measure = 0; measure < measures; measure++)
        {
            share += weights[(unit * measures) + measure] * scale[(territory * measures) + measure];
        }

        return share / measures;
    }

    internal long Recount()
    {
        long miss = 0;
        for (int index = 0; index < sums.Length; index++)
        {
            miss += Miss(index, sums[index]);
        }

        return miss;
    }

    /// <summary>What one sum misses its band by.</summary>
    internal static long Miss(Band band, long sum) => Price(band.Miss(sum), Scale(band));

    private static double Scale(Band band) => Millionths / Math.Max(1, band.Target);

    private static long Price(long by, double scale)
    {
        if (by <= 0)
        {
            return 0;
        }

        long miss = (long)(by * scale) + 1;
        return miss + (long)((double)miss * miss / Bend);
    }

    private long Miss(int index, long sum) => Price(sum < least[index] ? least[index] - sum : sum - most[index], scale[index]);
}
