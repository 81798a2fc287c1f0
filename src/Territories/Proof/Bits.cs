using System.Numerics;
using System.Runtime.InteropServices;

namespace Bailiwick.Territories.Proof;

/// <summary>Rows of bits, a vector at a time.</summary>
internal static class Bits
{
    public static void And(Span<ulong> row, ReadOnlySpan<ulong> other)
    {
        Span<Vector<ulong>> many = MemoryMarshal.Cast<ulong, Vector<ulong>>(row);
        ReadOnlySpan<Vector<ulong>> others = MemoryMarshal.Cast<ulong, Vector<ulong>>(other);
        for (int each = 0; each < many.Length; each++)
        {
            many[each] &= others[each];
        }

        for (int word = many.Length * Vector<ulong>.Count; word < row.Length; word++)
        {
            row[word] &= other[word];
        }
    }

    public static void AndNot(Span<ulong> row, ReadOnlySpan<ulong> other)
    {
        for (int word = 0; word < row.Length; word++)
        {
            row[word] &= ~other[word];
        }
    }

    public static void Or(Span<ulong> row, ReadOnlySpan<ulong> other)
    {
        Span<Vector<ulong>> many = MemoryMarshal.Cast<ulong, Vector<ulong>>(row);
        ReadOnlySpan<Vector<ulong>> others = MemoryMarshal.Cast<ulong, Vector<ulong>>(other);
        for (int each = 0; each < many.Length; each++)
        {
            many[each] |= others[each];
        }

        for (int word = many.Length * Vector<ulong>.Count; word < row.Length; word++)
        {
            row[word] |= other[word];
        }
    }

    /// <summary>Whether two rows share a bit.</summary>
    public static bool Meet(ReadOnlySpan<ulong> row, ReadOnlySpan<ulong> other)
    {
        for (int word = 0; word < row.Length; word++)
        {
            if ((row[word] & other[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Number of bits that are set.</summary>
    public static long Count(ReadOnlySpan<ulong> row)
    {
        long count = 0;
        foreach (ulong word in row)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>The bits that are set, ascending.</summary>
    public static IEnumerable<int> Of(ulong[] row)
    {
        for (int word = 0; word < row.Length; word++)
        {
            for (ulong rest = row[word]; rest != 0; rest &= rest - 1)
            {
                yield return (word * 64) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }
}
