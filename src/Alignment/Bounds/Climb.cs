namespace Bailiwick.Alignment.Bounds;

/// <summary>Prices climb towards the best bound along subgradients, with the step of Polyak, "Minimization of unsmooth functionals", 1969, doi 10.1016/0041-5553(69)90061-5.</summary>
/// <param name="Steps">How many, at most.</param>
/// <param name="Patience">After so many without a better bound the step is halved and the climb goes on from the best prices.</param>
internal sealed record Climb(int Steps, int Patience)
{
    /// <summary>Sums of doubles are off by less, as a share of what was added.</summary>
    public const double Rounding = 1e-10;

    private const double ShortestStride = 1e-4;

    /// <summary>Whatever the prices, what they give is a bound: <see cref="Counts"/> tells it, and the direction in which it rises.</summary>
    /// <param name="price">The prices.</param>
    /// <param name="slope">Filled: how the bound changes with each.</param>
    /// <returns>The bound; null when there is no plan at all.</returns>
    public delegate double? Counts(double[] price, double[] slope);

    /// <summary>Climbs.</summary>
    /// <param name="start">The first prices.</param>
    /// <param name="target">The score of a plan, to aim at.</param>
    /// <param name="count">Counts the bound of prices.</param>
    /// <param name="cancellation">Ends the climb; the best prices so far count.</param>
    /// <returns>The best prices and their bound; null when there is no plan at all, or no time for a first look.</returns>
    public (double[] Prices, double Bound)? Run(double[] start, double target, Counts count, CancellationToken cancellation = default)
    {
        double[] price = [.. start];
        double[] best = [.. start];
        var slope = new double[start.Length];
        double bound = double.NegativeInfinity;
        double stride = 1;
        for (int step = 0, failed = 0; step < Steps && !cancellation.IsCancellationRequested; step++)
        {
            if (count(price, slope) is not { } now)
            {
                return null;
            }

            if (now > bound)
            {
                (bound, failed) = (now, 0);
                price.CopyTo(best, 0);
            }
            else if (++failed == Patience)
            {
                (stride, failed) = (stride / 2, 0);
                best.CopyTo(price, 0);
                count(price, slope);
            }

            double length = slope.Sum(each => each * each);
            if (length < 1e-12 || bound >= target || stride < ShortestStride)
            {
                break;
            }

            double rate = stride * Math.Max(target - now, Math.Abs(target) * 1e-6) / length;
            for (int index = 0; index < price.Length; index++)
            {
                price[index] += rate * slope[index];
            }
        }

        return double.IsFinite(bound) ? (best, bound) : null;
    }
}
