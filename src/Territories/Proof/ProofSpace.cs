using System.Collections.Immutable;
using System.Numerics;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Proof;

/// <summary>What a proof reasons over: axes with classes, what each class costs a witness, what cannot be, and what real places can be.</summary>
/// <remarks>
/// A region is a product of class sets, held as one row of words: the bits of each axis begin at a word of their own. A cell is one
/// combination of classes.
/// </remarks>
internal sealed class ProofSpace
{
    /// <summary>So many axes fit the masks of the searches.</summary>
    public const int MostAxes = 64;

    private readonly ulong[][][] levels;

    /// <param name="columns">Per axis and class: how many columns a row must fill to be in it.</param>
    /// <param name="impossible">Together what no row can be in.</param>
    /// <param name="real">Together what real places can be.</param>
    public ProofSpace(ImmutableArray<ImmutableArray<int>> columns, ImmutableArray<Box> impossible, ImmutableArray<Box> real)
    {
        Columns = columns;
        Impossible = impossible;
        Real = real;
        WordStart = new int[columns.Length + 1];
        for (int axis = 0; axis < columns.Length; axis++)
        {
            WordStart[axis + 1] = WordStart[axis] + ((columns[axis].Length + 63) / 64);
        }

        Everything = new ulong[WordStart[^1]];
        for (int axis = 0; axis < columns.Length; axis++)
        {
            ClassSet.All(columns[axis].Length).Words.CopyTo(Everything.AsSpan(WordStart[axis]));
        }

        levels = [.. columns.Select(axis => axis.Distinct().Order().Select(level =>
            ClassSet.Of(axis.Length, Enumerable.Range(0, axis.Length).Where(each => axis[each] == level)).Words.ToArray()).ToArray())];
    }

    public ImmutableArray<ImmutableArray<int>> Columns { get; }

    public ImmutableArray<Box> Impossible { get; }

    public ImmutableArray<Box> Real { get; }

    /// <summary>Number of axes.</summary>
    public int Axes => Columns.Length;

    /// <summary>Where the words of an axis begin in a region; the last entry is the length of a region.</summary>
    public int[] WordStart { get; }

    /// <summary>The region that holds every cell. Not to be changed.</summary>
    public ulong[] Everything { get; }

    /// <summary>The words of one axis in a region.</summary>
    public Span<ulong> On(int axis, ulong[] region) => region.AsSpan(WordStart[axis]..WordStart[axis + 1]);

    /// <summary>The class of an axis that costs a witness least, the lowest of those that cost the same.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="region">The region; it has some class on the axis.</param>
    public int CheapestOf(int axis, ulong[] region)
    {
        int start = WordStart[axis];
        foreach (ulong[] level in levels[axis])
        {
            for (int word = 0; word < level.Length; word++)
            {
                ulong both = level[word] & region[start + word];
                if (both != 0)
                {
                    return (word * 64) + BitOperations.TrailingZeroCount(both);
                }
            }
        }

        throw new InvalidOperationException("a region without a class on an axis");
    }

    /// <summary>The cell of a region that fills the fewest columns, the lowest by class of those that fill as many.</summary>
    public int[] CheapestOf(ulong[] region)
    {
        var cell = new int[Axes];
        for (int axis = 0; axis < cell.Length; axis++)
        {
            cell[axis] = CheapestOf(axis, region);
        }

        return cell;
    }

    /// <summary>A cell of a region, picked without order.</summary>
    /// <param name="region">The region; it has some class on each axis.</param>
    /// <param name="seed">Changes with each pick; not 0.</param>
    public int[] SomeOf(ulong[] region, ref uint seed)
    {
        var cell = new int[Axes];
        for (int axis = 0; axis < cell.Length; axis++)
        {
            // Marsaglia, Xorshift RNGs, Journal of Statistical Software 8(14), 2003.
            seed ^= seed << 13;
            seed ^= seed >> 17;
            seed ^= seed << 5;
            ReadOnlySpan<ulong> words = On(axis, region);
            int count = 0;
            foreach (ulong word in words)
            {
                count += BitOperations.PopCount(word);
            }

            cell[axis] = MemberOf(words, (int)(seed % (uint)count));
        }

        return cell;
    }

    private static int MemberOf(ReadOnlySpan<ulong> words, int rank)
    {
        int at = 0;
        for (int count = BitOperations.PopCount(words[0]); rank >= count; count = BitOperations.PopCount(words[at]))
        {
            rank -= count;
            at++;
        }

        ulong rest = words[at];
        for (; rank > 0; rank--)
        {
            rest &= rest - 1;
        }

        return (at * 64) + BitOperations.TrailingZeroCount(rest);
    }

    /// <summary>How many columns a row of a cell must fill.</summary>
    public int ColumnsOf(ReadOnlySpan<int> cell)
    {
        int sum = 0;
        for (int axis = 0; axis < cell.Length; axis++)
        {
            sum += Columns[axis][cell[axis]];
        }

        return sum;
    }

    /// <summary>Number of cells of a region.</summary>
    public BigInteger CellsOf(ulong[] region)
    {
        BigInteger all = BigInteger.One;
        ulong part = 1;
        for (int axis = 0; axis < Axes; axis++)
        {
            ulong count = 0;
            for (int word = WordStart[axis]; word < WordStart[axis + 1]; word++)
            {
                count += (ulong)BitOperations.PopCount(region[word]);
            }

            if (Math.BigMul(part, count, out ulong low) == 0)
            {
                part = low;
                continue;
            }

            all *= part;
            part = count;
        }

        return all * part;
    }

    /// <summary>Compares two cells: fewer columns first, then the lower classes from the first axis on.</summary>
    public int Compare(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        int columns = ColumnsOf(left).CompareTo(ColumnsOf(right));
        return columns != 0 ? columns : left.SequenceCompareTo(right);
    }
}
