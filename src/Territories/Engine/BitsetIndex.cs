using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bailiwick.Territories.Engine;

/// <summary>Per class of each axis the boxes that it satisfies, as bits in the order of the list: those of all axes together, lowest bit wins.</summary>
/// <remarks>
/// Bits stand in blocks of 512, and equal blocks are kept once: most classes satisfy the boxes that are free on their axis and few others, so a
/// plan of 10,000 territories needs about a megabyte. (Lakshman and Stiliadis, "High-speed policy-based packet forwarding using efficient
/// multi-dimensional range matching", 1998, doi 10.1145/285237.285283.) Immutable and safe for many threads.
/// </remarks>
internal sealed partial class BitsetIndex
{
    public const int BlockBits = 512;
    private const int Words = BlockBits / 64;

    private readonly ListAxis[] axes;
    private readonly int[] rowsOf;
    private readonly int[] rows;
    private readonly ulong[] blocks;
    private readonly int blockCount;

    private BitsetIndex(ListAxis[] axes, int[] rowsOf, int[] rows, ulong[] blocks, int blockCount) =>
        (this.axes, this.rowsOf, this.rows, this.blocks, this.blockCount) = (axes, rowsOf, rows, blocks, blockCount);

    /// <summary>Number of axes asked; <see cref="Rows"/> fills so many.</summary>
    public int Axes => axes.Length;

    /// <summary>Memory of the bits.</summary>
    public long Bytes => ((long)rows.Length * sizeof(int)) + ((long)blocks.Length * sizeof(ulong));

    /// <summary>Looks up where the bits of a row's classes stand; the row can then be asked again and again.</summary>
    /// <param name="classes">A class of every axis of the rule space.</param>
    /// <param name="into">Filled: one an axis asked.</param>
    public void Rows(ReadOnlySpan<int> classes, Span<int> into)
    {
        for (int axis = 0; axis < axes.Length; axis++)
        {
            into[axis] = rowsOf[axis] + (axes[axis].LocalOf[classes[axes[axis].Axis]] * blockCount);
        }
    }

    /// <summary>The first box at or after <paramref name="from"/> that holds the row; −1 when none does.</summary>
    public int First(ReadOnlySpan<int> classes, int from)
    {
        Span<int> found = stackalloc int[axes.Length];
        Rows(classes, found);
        return FirstOf(found, from);
    }

    /// <summary>Like <see cref="First"/>, for a row that was looked up.</summary>
    public int FirstOf(ReadOnlySpan<int> found, int from) =>
        Vector512.IsHardwareAccelerated ? First512(found, from) : Vector256.IsHardwareAccelerated ? First256(found, from) : FirstScalar(found, from);

    internal int First512(ReadOnlySpan<int> found, int from)
    {
        ref ulong bits = ref MemoryMarshal.GetArrayDataReference(blocks);
        ref int at = ref MemoryMarshal.GetArrayDataReference(rows);
        Vector512<ulong> all = Since(from % BlockBits);
        for (int block = from / BlockBits; block < blockCount; block++)
        {
            foreach (int row in found)
            {
                all &= Vector512.LoadUnsafe(ref bits, (nuint)Unsafe.Add(ref at, row + block));
                if (all == Vector512<ulong>.Zero)
                {
                    break;
                }
            }

            if (all != Vector512<ulong>.Zero)
            {
                ulong some = Vector512.ExtractMostSignificantBits(~Vector512.Equals(all, Vector512<ulong>.Zero));
                int word = BitOperations.TrailingZeroCount(some);
                return (block * BlockBits) + (word * 64) + BitOperations.TrailingZeroCount(all.GetElement(word));
            }

            all = Vector512<ulong>.AllBitsSet;
        }

        return -1;
    }

    internal int First256(ReadOnlySpan<int> found, int from)
    {
        ref ulong bits = ref MemoryMarshal.GetArrayDataReference(blocks);
        ref int at = ref MemoryMarshal.GetArrayDataReference(rows);
        Vector256<ulong> all = Since(from % (BlockBits / 2)).GetLower();
        for (int half = from / (BlockBits / 2); half < blockCount * 2; half++)
        {
            foreach (int row in found)
            {
                all &= Vector256.LoadUnsafe(ref bits, (nuint)(Unsafe.Add(ref at, row + (half >> 1)) + ((half & 1) * (Words / 2))));
                if (all == Vector256<ulong>.Zero)
                {
                    break;
                }
            }

            if (all != Vector256<ulong>.Zero)
            {
                uint some = Vector256.ExtractMostSignificantBits(~Vector256.Equals(all, Vector256<ulong>.Zero));
                int word = BitOperations.TrailingZeroCount(some);
                return (half * (BlockBits / 2)) + (word * 64) + BitOperations.TrailingZeroCount(all.GetElement(word));
            }

            all = Vector256<ulong>.AllBitsSet;
        }

        return -1;
    }

    internal int FirstScalar(ReadOnlySpan<int> found, int from)
    {
        ulong mask = ulong.MaxValue << (from & 63);
        for (int word = from / 64; word < blockCount * Words; word++)
        {
            ulong all = mask;
            mask = ulong.MaxValue;
            foreach (int row in found)
            {
                all &= blocks[rows[row + (word / Words)] + (word % Words)];
                if (all == 0)
                {
                    break;
                }
            }

            if (all != 0)
            {
                return (word * 64) + BitOperations.TrailingZeroCount(all);
            }
        }

        return -1;
    }

    // The bits of a block from one on: those before the start are no matches.
    private static Vector512<ulong> Since(int bit)
    {
        Span<ulong> words = stackalloc ulong[Words];
        words[(bit / 64)..].Fill(ulong.MaxValue);
        words[bit / 64] <<= bit % 64;
        return Vector512.Create<ulong>(words);
    }
}
