using Bailiwick.Measures;

namespace Bailiwick.Alignment.Search;

/// <summary>Moves units across the border, first boldly, then ever more carefully; a limit that is missed has a price that rises while it is missed.</summary>
/// <remarks>Annealing after Kirkpatrick, Gelatt, Vecchi, Science 220, 1983, doi 10.1126/science.220.4598.671; the price by strategic oscillation.</remarks>
internal sealed class Annealing
{
    /// <summary>Moves between two looks at the clock, the price and the centres: few where territories are small and centres soon stale.</summary>
    private const int ShortestStride = 16;

    private const int LongestStride = 256;

    /// <summary>How much the price of a miss grows or falls in <see cref="LongestStride"/> moves.</summary>
    private const double PriceStep = 0.05;

    private static readonly double[] Exponential = Quantiles();

    private readonly AlignmentProblem problem;
    private readonly SearchState state;
    private readonly Chance chance;
    private readonly int stride;
    private double price;
    private double usualChange;
    private double leastPrice;

    internal Annealing(AlignmentProblem problem, SearchState state, Chance chance)
    {
        this.problem = problem;
        this.state = state;
        this.chance = chance;
        stride = Math.Clamp(problem.Count / 2, ShortestStride, LongestStride);
        Best = new Best(problem.Count);
    }

    /// <summary>The best plan of the last run. Its score is the one of the centres that stood then.</summary>
    internal Best Best { get; }

    /// <summary>Moves tried, all runs together.</summary>
    internal long Iterations { get; private set; }

    /// <summary>Measures what a usual move costs here, and sets the first price of a miss by it.</summary>
    internal void Calibrate()
    {
        const int samples = 400;
        (double change, double miss) = (0, 0);
        for (int sample = 0; sample < samples && state.Border.Count > 0; sample++)
        {
            (int unit, int to) = Draw();
            change += Math.Abs((double)state.Score.Change(unit, state.TerritoryOf[unit], to));
            miss += state.Balance.WeightInMillionths(unit, to);
        }

        usualChange = Math.Max(1, change / samples);
        leastPrice = usualChange / Math.Max(1, miss / samples) / 100;
        price = leastPrice * 100;
    }

    /// <summary>One cooling, from the plan in the state.</summary>
    /// <param name="heat">The first temperature, as a multiple of what a usual move costs; 0 only takes what is better.</param>
    /// <param name="length">Moves to try.</param>
    /// <param name="isOver">Asked now and then.</param>
    internal void Run(double heat, long length, Func<bool> isOver)
    {
        Best.Reset(state);
        long refreshEvery = Math.Max(4, problem.Count / (heat == 0 ? 8 : 2));
        long accepted = 0;
        long refreshed = 0;
        double step = 1 + (PriceStep * stride / LongestStride);
        double hottest = heat * usualChange;
        for (long done = 0; done < length && state.Border.Count > 0; done += stride)
        {
            if (isOver())
            {
                return;
            }

            // Two and a half orders of magnitude from the first temperature to the last.
            double temperature = hottest * Cooled((double)done / length);
            for (int move = 0; move < stride; move++)
            {
                accepted += (chance.NextBits() & 7) == 0 ? Swap(temperature) : Flip(temperature);
            }

            Iterations += stride;
            price = state.Balance.Total > 0 ? Math.Min(price * step, leastPrice * 1e8) : Math.Max(price / step, leastPrice);
            if (accepted - refreshed >= refreshEvery)
            {
                refreshed = accepted;
                state.Score.Refresh(isThorough: false);
                Note();
            }
        }
    }

    private static double Cooled(double share)
    {
        // 1 / (1 + 300 s³) instead of a power: the same on every machine, and as slow at the end as at the start.
        return 1 / (1 + (300 * share * share * share));
    }

    private static double[] Quantiles()
    {
        // Rounded to 2⁻¹⁶, so that the last bit of a machine's logarithm does not matter.
        const int steps = 4096;
        return [.. Enumerable.Range(0, steps).Select(step => Math.Round(-Math.Log((step + 0.5) / steps) * 65536) / 65536)];
    }

    /// <summary>Tries to move one unit; says how many moved.</summary>
    private int Flip(double temperature)
    {
        (int unit, int to) = Draw();
        int from = state.TerritoryOf[unit];
        long score = state.Score.Change(unit, from, to);
        long miss = state.Balance.Change(unit, from, to);
        if (!IsAccepted(score + (price * miss), temperature) || !state.MayMove(unit, to))
        {
            return 0;
        }

        state.Move(unit, to, score, miss);
        Best.Moved(unit, to);
        Note();
        return 1;
    }

    /// <summary>Tries to move one unit, and one that its new territory gives for it: where limits are narrow, no unit can move alone.</summary>
    private int Swap(double temperature)
    {
        (int unit, int to) = Draw();
        int from = state.TerritoryOf[unit];
        if (Partner(from, to) is not { } partner || partner == unit || !state.MayMove(unit, to))
        {
            return 0;
        }

        long scoreBefore = state.Score.Total;
        long missBefore = state.Balance.Total;
        state.Move(unit, to);
        // The partner may have touched the other territory only through the unit that has just left it.
        if (state.Touches(partner, from) && state.MayMove(partner, from))
        {
            state.Move(partner, from);
            if (IsAccepted(state.Score.Total - scoreBefore + (price * (state.Balance.Total - missBefore)), temperature))
            {
                Best.Moved(unit, to);
                Best.Moved(partner, from);
                Note();
                return 2;
            }

            state.Move(partner, to);
        }

        state.Move(unit, from);
        return 0;
    }

    /// <summary>A unit that could go the other way, when a few draws find one.</summary>
    private int? Partner(int from, int to)
    {
        const int draws = 8;
        for (int drawn = 0; drawn < draws; drawn++)
        {
            (int unit, int wanted) = Draw();
            if (state.TerritoryOf[unit] == to && (wanted == from || !problem.IsContiguous))
            {
                return unit;
            }
        }

        return null;
    }

    private bool IsAccepted(double energy, double temperature) =>
        energy <= 0 || energy <= temperature * Exponential[(int)(chance.NextBits() >> 52)];

    private void Note()
    {
        if (Best.IsBeatenBy(state.Balance.Total, state.Score.Total))
        {
            Best.Take(state);
        }
    }

    private (int Unit, int To) Draw()
    {
        ulong bits = chance.NextBits();
        if (!problem.IsContiguous && (bits & 2) != 0)
        {
            return (chance.Next(problem.Count), chance.Next(problem.Territories));
        }

        (int a, int b) = state.Border[(int)(((bits >> 32) * (ulong)state.Border.Count) >> 32)];
        return (bits & 1) == 0 ? (a, state.TerritoryOf[b]) : (b, state.TerritoryOf[a]);
    }
}
