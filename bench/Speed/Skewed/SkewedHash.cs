namespace Bailiwick.Speed.Skewed;

/// <summary>Counter-based chance: the same row and question give the same number, in any order and on every machine (splitmix64).</summary>
internal static class SkewedHash
{
    public const ulong Seed = 20260725;

    /// <summary>64 bits for a row and a question.</summary>
    public static ulong Of(long row, int question) => Mix(Mix(Seed + ((ulong)row * 0x9E3779B97F4A7C15)) + ((ulong)question * 0xD1B54A32D192ED03));

    /// <summary>A share, 0 included to 1 excluded.</summary>
    public static double Share(long row, int question) => (Of(row, question) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number of the normal distribution with mean 0 and deviation 1, from two questions (Box and Muller 1958).</summary>
    public static double Normal(long row, int first, int second) =>
        Math.Sqrt(-2 * Math.Log(1 - Share(row, first))) * Math.Cos(2 * Math.PI * Share(row, second));

    public static ulong Mix(ulong z)
    {
        z ^= z >> 30;
        z *= 0xBF58476D1CE4E5B9;
        z ^= z >> 27;
        z *= 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>Chance in a row: one number after the other.</summary>
internal sealed class SkewedStream(ulong seed)
{
    private ulong state = seed;

    public ulong Next() => SkewedHash.Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>A share, 0 included to 1 excluded.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public T Pick<T>(IReadOnlyList<T> from) => from[(int)(Next() % (ulong)from.Count)];

    /// <summary>Some of a list, in the list's order.</summary>
    public T[] Some<T>(IReadOnlyList<T> from, int count)
    {
        int[] places = [.. Enumerable.Range(0, from.Count)];
        for (int at = 0; at < Math.Min(count, places.Length); at++)
        {
            int other = Between(at, places.Length - 1);
            (places[at], places[other]) = (places[other], places[at]);
        }

        return [.. places.Take(count).Order().Select(place => from[place])];
    }
}

/// <summary>A pick by weight: the first place whose cumulative share is above a number.</summary>
internal sealed class Weighted
{
    private readonly double[] cumulative;

    public Weighted(IEnumerable<double> weights)
    {
        double[] all = [.. weights];
        double total = all.Sum();
        double sum = 0;
        Shares = [.. all.Select(weight => weight / total)];
        cumulative = [.. Shares.Select(share => sum += share)];
        cumulative[^1] = 1;
    }

    public double[] Shares { get; }

    public int Pick(double share)
    {
        int found = Array.BinarySearch(cumulative, share);
        return found >= 0 ? found + 1 : ~found;
    }
}
