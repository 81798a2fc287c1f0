using System.Runtime.InteropServices;

namespace Bailiwick.Territories.Engine;

/// <summary>Tells of most accounts at once that nothing is said of them by name, before a dictionary is asked.</summary>
/// <remarks>Two bits a name in a table of sixteen bits a name (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970, doi 10.1145/362686.362692).</remarks>
internal sealed class NameFilter
{
    private const ulong Odd = 0x9E3779B97F4A7C15;

    private readonly ulong[] words;
    private readonly int shift;

    /// <summary>A filter for names; one that is asked for must be told here.</summary>
    public NameFilter(IReadOnlyCollection<string> names)
    {
        int bits = Math.Max(6, System.Numerics.BitOperations.Log2((uint)Math.Max(1, names.Count)) + 5);
        (words, shift) = (new ulong[1 << (bits - 6)], 64 - bits);
        foreach (string name in names)
        {
            ulong hash = HashOf(name);
            Set(hash >> shift);
            Set((hash * Odd) >> shift);
        }
    }

    /// <summary>Whether a name may be among them; false is certain.</summary>
    public bool MayHold(string name)
    {
        ulong hash = HashOf(name);
        return Has(hash >> shift) && Has((hash * Odd) >> shift);
    }

    private static ulong HashOf(string name)
    {
        ReadOnlySpan<char> rest = name;
        ulong hash = (ulong)name.Length;
        for (; rest.Length >= 4; rest = rest[4..])
        {
            hash = Mixed(hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(rest)));
        }

        ulong last = 0;
        foreach (char each in rest)
        {
            last = (last << 16) | each;
        }

        return Mixed(hash ^ last);
    }

    private static ulong Mixed(ulong value)
    {
        value *= Odd;
        return value ^ (value >> 29);
    }

    private void Set(ulong bit) => words[bit >> 6] |= 1UL << (int)(bit & 63);

    private bool Has(ulong bit) => (words[bit >> 6] >> (int)(bit & 63) & 1) != 0;
}
