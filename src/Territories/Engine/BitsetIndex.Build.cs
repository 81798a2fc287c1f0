using System.Numerics;
using System.Runtime.InteropServices;

namespace Bailiwick.Territories.Engine;

internal sealed partial class BitsetIndex
{
    /// <summary>Builds the index of a list.</summary>
    /// <param name="asked">The axes of the list.</param>
    /// <param name="count">Number of boxes.</param>
    public static BitsetIndex Build(ListAxis[] asked, int count)
    {
        // Those that leave the fewest boxes first: most blocks are done with after two or three.
        ListAxis[] ordered = [.. asked.OrderBy(axis => axis.SideOf.Sum(side => side < 0 ? 1.0 : (double)axis.Sides[side].Count / axis.Classes))];
        int across = (count + BlockBits - 1) / BlockBits;
        var store = new BlockStore();
        var starts = new int[ordered.Length];
        for (int axis = 1; axis < ordered.Length; axis++)
        {
            starts[axis] = starts[axis - 1] + (ordered[axis - 1].Classes * across);
        }

        var all = new int[ordered.Sum(axis => axis.Classes) * across];
        for (int axis = 0; axis < ordered.Length; axis++)
        {
            Fill(ordered[axis], all.AsSpan(starts[axis], ordered[axis].Classes * across), count, store);
        }

        return new(ordered, starts, all, store.ToArray(), across);
    }

    // Block by block: the boxes of a block with the same side stand together, so each class is told each side once.
    private static void Fill(ListAxis axis, Span<int> into, int count, BlockStore store)
    {
        int across = into.Length / axis.Classes;
        var bits = new ulong[axis.Classes * Words];
        var ofSide = new Dictionary<int, ulong[]>();
        for (int block = 0; block < across; block++)
        {
            ofSide.Clear();
            var free = new ulong[Words];
            for (int bit = 0; bit < BlockBits && (block * BlockBits) + bit < count; bit++)
            {
                int side = axis.SideOf[(block * BlockBits) + bit];
                ulong[] words = side < 0 ? free : ofSide.TryGetValue(side, out ulong[]? known) ? known : ofSide[side] = new ulong[Words];
                words[bit >> 6] |= 1UL << bit;
            }

            for (int member = 0; member < axis.Classes; member++)
            {
                free.CopyTo(bits.AsSpan(member * Words));
            }

            foreach ((int side, ulong[] words) in ofSide)
            {
                AddTo(bits, axis.Sides[side].Words, words);
            }

            for (int member = 0; member < axis.Classes; member++)
            {
                into[(member * across) + block] = store.Of(bits.AsSpan(member * Words, Words));
            }
        }
    }

    private static void AddTo(ulong[] bits, ReadOnlySpan<ulong> members, ulong[] words)
    {
        for (int word = 0; word < members.Length; word++)
        {
            for (ulong rest = members[word]; rest != 0; rest &= rest - 1)
            {
                Span<ulong> row = bits.AsSpan(((word * 64) + BitOperations.TrailingZeroCount(rest)) * Words, Words);
                for (int each = 0; each < Words; each++)
                {
                    row[each] |= words[each];
                }
            }
        }
    }

    /// <summary>Blocks, each distinct one once; a block is known by where it begins.</summary>
    private sealed class BlockStore
    {
        // A list whose boxes ask nothing has no rows; the first block only gives the vectors something to point at.
        private readonly List<ulong> words = [.. new ulong[Words]];
        private readonly Dictionary<ulong, int> byHash = [];

        public int Of(ReadOnlySpan<ulong> block)
        {
            ulong hash = 0;
            foreach (ulong word in block)
            {
                hash = (BitOperations.RotateLeft(hash, 23) ^ word) * 0x9E3779B97F4A7C15;
            }

            // Two blocks with one hash only cost the sharing.
            if (byHash.TryGetValue(hash, out int known) && CollectionsMarshal.AsSpan(words).Slice(known, block.Length).SequenceEqual(block))
            {
                return known;
            }

            byHash[hash] = words.Count;
            words.AddRange(block);
            return words.Count - block.Length;
        }

        public ulong[] ToArray() => [.. words];
    }
}
