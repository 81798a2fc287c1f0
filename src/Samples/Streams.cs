using Bailiwick.Measures;

namespace Bailiwick.Samples;

/// <summary>For what a stream of chance is drawn: one purpose never disturbs another.</summary>
internal enum Purpose
{
    Facts = 1,
    Team = 2,
    Profile = 3,
    Brand = 4,
    Deals = 5,
    Leads = 6,
    Sales = 7,
    AreaFacts = 8,
    Quotas = 9,
    Address = 10,
}

/// <summary>Chance by counter: account 700,000 needs no draw of the 699,999 before it.</summary>
internal static class Streams
{
    /// <summary>The stream of one thing for one purpose.</summary>
    /// <remarks>The key is mixed twice, so that the streams of neighbours do not overlap: SplitMix64 itself walks by a constant step.</remarks>
    public static Chance For(ulong seed, Purpose purpose, long index) =>
        new(Mix(Mix(seed + ((ulong)purpose * 0xD6E8FEB86659FD93)) ^ ((ulong)index * 0xA0761D6478BD642F)));

    // The finaliser of MurmurHash3 (Appleby): every bit of the key moves every bit of the result.
    private static ulong Mix(ulong key)
    {
        key = (key ^ (key >> 33)) * 0xFF51AFD7ED558CCD;
        key = (key ^ (key >> 33)) * 0xC4CEB9FE1A85EC53;
        return key ^ (key >> 33);
    }
}
