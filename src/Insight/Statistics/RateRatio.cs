using MathNet.Numerics.Distributions;

namespace Bailiwick.Insight.Statistics;

/// <summary>The ratio of two rates of events, with an exact 95 % interval.</summary>
/// <remarks>
/// Given the sum of two Poisson counts, the second is binomial with p = r·t₂ / (t₁ + r·t₂), r the true ratio (Przyborowski and Wilenski,
/// Biometrika 31, 1940, doi 10.1093/biomet/31.3-4.313). The interval for p is Clopper's and Pearson's (Biometrika 26, 1934,
/// doi 10.1093/biomet/26.4.404), solved for r. It is central: each side misses at most 2.5 %.
/// </remarks>
/// <param name="Ratio">(n₂ / t₂) / (n₁ / t₁); null when n₁ is 0.</param>
/// <param name="Low">Lower end; 0 when n₂ is 0.</param>
/// <param name="High">Upper end; null (no upper end) when n₁ is 0.</param>
internal readonly record struct RateRatio(double? Ratio, double Low, double? High)
{
    private const double Tail = 0.025;

    /// <summary>The rate of the second span over the rate of the first; null when nothing was counted or a span is empty.</summary>
    /// <param name="before">Events in the first span, 0 or more.</param>
    /// <param name="spanBefore">Its length, in any unit.</param>
    /// <param name="after">Events in the second span, 0 or more.</param>
    /// <param name="spanAfter">Its length, in the same unit.</param>
    public static RateRatio? Of(long before, double spanBefore, long after, double spanAfter)
    {
        if (before + after == 0 || spanBefore <= 0 || spanAfter <= 0)
        {
            return null;
        }

        double spans = spanBefore / spanAfter;
        double low = after == 0 ? 0 : Odds(Beta.InvCDF(after, before + 1, Tail)) * spans;
        double? high = before == 0 ? null : Odds(Beta.InvCDF(after + 1, before, 1 - Tail)) * spans;
        return new RateRatio(before == 0 ? null : after / (double)before * spans, low, high);
    }

    private static double Odds(double p) => p / (1 - p);
}
