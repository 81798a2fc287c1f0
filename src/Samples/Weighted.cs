using Bailiwick.Measures;

namespace Bailiwick.Samples;

/// <summary>Draws an index with a chance in proportion to its weight.</summary>
internal sealed class Weighted
{
    private readonly double[] upTo;

    public Weighted(IEnumerable<double> weights)
    {
        double sum = 0;
        upTo = [.. weights.Select(weight => sum += weight)];
    }

    /// <summary>Sum of all weights.</summary>
    public double Sum => upTo[^1];

    public int Draw(Chance chance)
    {
        int found = Array.BinarySearch(upTo, chance.NextDouble() * Sum);
        return Math.Min(found < 0 ? ~found : found + 1, upTo.Length - 1);
    }
}
