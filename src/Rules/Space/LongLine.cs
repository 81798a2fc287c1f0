using System.Numerics;

namespace Bailiwick.Rules.Space;

/// <summary>A line of numbers for columns of whole steps: where each class begins, for many values at once.</summary>
internal sealed class LongLine
{
    // So many beginnings are compared one by one faster than a search branches.
    private const int MostCompared = 24;

    private readonly long[] begins;
    private readonly ushort[] classes;

    /// <param name="line">The line.</param>
    /// <param name="scale">How many steps of the column are one.</param>
    public LongLine(NumberLine line, long scale)
    {
        (decimal[] cuts, int[] ofStretch) = line.Table;
        List<long> from = [long.MinValue];
        List<ushort> number = [(ushort)ofStretch[0]];
        for (int cut = 0; cut < cuts.Length; cut++)
        {
            decimal at = cuts[cut] * scale;
            if (at == decimal.Truncate(at))
            {
                Add(at, ofStretch[(2 * cut) + 1]);
            }

            Add(decimal.Floor(at) + 1, ofStretch[(2 * cut) + 2]);
        }

        (begins, classes) = ([.. from], [.. number]);

        void Add(decimal begin, int stretch)
        {
            if (begin <= long.MinValue)
            {
                number[0] = (ushort)stretch;
            }
            else if (begin <= long.MaxValue && from[^1] == (long)begin)
            {
                number[^1] = (ushort)stretch;
            }
            else if (begin <= long.MaxValue && number[^1] != stretch)
            {
                from.Add((long)begin);
                number.Add((ushort)stretch);
            }
        }
    }

    /// <summary>The classes of values; the unknown one has class 0.</summary>
    public void Encode(ReadOnlySpan<long> values, long unknown, Span<ushort> into)
    {
        int row = begins.Length <= MostCompared ? EncodeWide(values, unknown, into) : 0;
        for (; row < values.Length; row++)
        {
            into[row] = values[row] == unknown ? (ushort)0 : ClassOf(values[row]);
        }
    }

    /// <summary>The class of one known value.</summary>
    public ushort ClassOf(long value)
    {
        int found = Array.BinarySearch(begins, value);
        return classes[found >= 0 ? found : ~found - 1];
    }

    // Per row the number of beginnings at or below it, counted over a whole vector of rows at once.
    private int EncodeWide(ReadOnlySpan<long> values, long unknown, Span<ushort> into)
    {
        int width = Vector<long>.Count;
        Span<long> counts = stackalloc long[width];
        int row = 0;
        for (; row + width <= values.Length; row += width)
        {
            var block = new Vector<long>(values[row..]);
            Vector<long> count = Vector<long>.Zero;
            for (int begin = 1; begin < begins.Length; begin++)
            {
                count -= Vector.GreaterThanOrEqual(block, new Vector<long>(begins[begin]));
            }

            count.CopyTo(counts);
            for (int lane = 0; lane < width; lane++)
            {
                into[row + lane] = values[row + lane] == unknown ? (ushort)0 : classes[counts[lane]];
            }
        }

        return row;
    }
}
