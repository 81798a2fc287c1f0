using System.Numerics;

namespace Bailiwick.Territories.Proof;

/// <summary>One axis: which boxes hold which class of the region.</summary>
internal sealed class AxisBits
{
    private readonly ulong[] region;
    private readonly ulong[]?[] ofClass;
    private readonly ulong[]?[] anyOfWord;
    private readonly ulong[]?[] allOfWord;
    private readonly ulong[] free;

    /// <param name="book">All boxes.</param>
    /// <param name="boxes">The boxes of the rows.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="within">The region; only its classes count.</param>
    public AxisBits(BoxBook book, IReadOnlyList<int> boxes, int axis, ulong[] within)
    {
        int words = (boxes.Count + 63) / 64;
        region = book.Space.On(axis, within).ToArray();
        free = new ulong[words];
        ofClass = new ulong[region.Length * 64][];
        foreach (int each in Bits.Of(region))
        {
            ofClass[each] = new ulong[words];
        }

        for (int place = 0; place < boxes.Count; place++)
        {
            int box = boxes[place];
            if ((book.MaskOf(box) >> axis & 1) == 0)
            {
                free[place >> 6] |= 1UL << place;
                continue;
            }

            ReadOnlySpan<ulong> members = book.WordsOf(book.SetOf(box, axis));
            for (int word = 0; word < members.Length; word++)
            {
                for (ulong rest = members[word] & region[word]; rest != 0; rest &= rest - 1)
                {
                    ofClass[(word * 64) + BitOperations.TrailingZeroCount(rest)]![place >> 6] |= 1UL << place;
                }
            }
        }

        anyOfWord = [.. Enumerable.Range(0, region.Length).Select(word => Joined(word, region[word], new ulong[words], isAny: true))];
        allOfWord = [.. Enumerable.Range(0, region.Length).Select(word => Joined(word, region[word], Ones(), isAny: false))];
        HoldingAll = All(region);
    }

    /// <summary>Boxes that hold every class of the region.</summary>
    public ulong[] HoldingAll { get; }

    /// <summary>Keeps of a row the boxes that hold a class of the region.</summary>
    public void KeepHaving(int member, Span<ulong> row)
    {
        ulong[] having = ofClass[member]!;
        for (int word = 0; word < row.Length; word++)
        {
            row[word] &= having[word] | free[word];
        }
    }

    /// <summary>Boxes that hold some class of a set, or, turned, some class of the region that is not in the set.</summary>
    public ulong[] Any(ReadOnlySpan<ulong> members, bool isTurned)
    {
        var row = new ulong[free.Length];
        bool isEmpty = true;
        for (int word = 0; word < region.Length; word++)
        {
            ulong asked = region[word] & (isTurned ? ~members[word] : members[word]);
            isEmpty &= asked == 0;
            if (asked != 0 && asked == region[word])
            {
                Bits.Or(row, anyOfWord[word]);
                continue;
            }

            Joined(word, asked, row, isAny: true);
        }

        if (!isEmpty)
        {
            Bits.Or(row, free);
        }

        return row;
    }

    /// <summary>Boxes that hold every class of a set that the region has.</summary>
    public ulong[] All(ReadOnlySpan<ulong> members)
    {
        ulong[] row = Ones();
        for (int word = 0; word < region.Length; word++)
        {
            ulong asked = region[word] & members[word];
            if (asked != 0 && asked == region[word])
            {
                Bits.And(row, allOfWord[word]);
                continue;
            }

            Joined(word, asked, row, isAny: false);
        }

        Bits.Or(row, free);
        return row;
    }

    private ulong[] Joined(int word, ulong classes, ulong[] row, bool isAny)
    {
        for (ulong rest = classes; rest != 0; rest &= rest - 1)
        {
            ulong[] one = ofClass[(word * 64) + BitOperations.TrailingZeroCount(rest)]!;
            if (isAny)
            {
                Bits.Or(row, one);
            }
            else
            {
                Bits.And(row, one);
            }
        }

        return row;
    }

    private ulong[] Ones()
    {
        var row = new ulong[free.Length];
        Array.Fill(row, ulong.MaxValue);
        return row;
    }
}
