using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Alignment;

/// <summary>What one territory is to hold of one activity measure.</summary>
/// <param name="Target">The wished sum, above 0 unless all weights are 0.</param>
/// <param name="Least">Smallest allowed sum, included.</param>
/// <param name="Most">Largest allowed sum, included.</param>
public sealed record Band(double Target, long Least, long Most)
{
    /// <summary>By how much a sum lies outside: 0 inside and on both ends.</summary>
    public long Miss(long sum) => sum < Least ? Least - sum : sum > Most ? sum - Most : 0;
}

/// <summary>What is balanced: accounts, workload, revenue, potential.</summary>
/// <param name="Name">The measure's name, unique in its problem.</param>
/// <param name="Weights">Per unit a whole number, 0 or more.</param>
/// <param name="Bands">Per territory the allowed sum.</param>
public sealed record ActivityMeasure(string Name, ImmutableArray<long> Weights, ImmutableArray<Band> Bands)
{
    /// <summary>The sum over all units.</summary>
    public long Total { get; } = Weights.Sum();

    /// <summary>Equal targets: every territory within the tolerance of the mean, both ends included.</summary>
    public static ActivityMeasure Even(string name, ImmutableArray<long> weights, int territories, Share tolerance)
    {
        double target = (double)weights.Sum() / Math.Max(1, territories);
        return new(name, weights, Repeat(Around(target, tolerance), territories));
    }

    /// <summary>Equal limits: every territory within the same limits, both ends included; the target is the mean.</summary>
    public static ActivityMeasure Between(string name, ImmutableArray<long> weights, int territories, (long Least, long Most) limits) =>
        new(name, weights, Repeat(new Band((double)weights.Sum() / Math.Max(1, territories), limits.Least, limits.Most), territories));

    /// <summary>The whole numbers within a tolerance of a target.</summary>
    public static Band Around(double target, Share tolerance)
    {
        // A sum such as 0.95 × 20 is 19 but for the last bit: a relative 1e-12 keeps the end that the person means.
        double slack = target * 1e-12;
        double width = target * tolerance.Value;
        return new Band(target, (long)Math.Ceiling(target - width - slack), (long)Math.Floor(target + width + slack));
    }

    private static ImmutableArray<Band> Repeat(Band band, int territories) => [.. Enumerable.Repeat(band, Math.Max(0, territories))];
}
