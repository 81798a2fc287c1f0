using System.Globalization;
using System.Numerics;

namespace Bailiwick.Territories.Proof;

/// <summary>How the places of boxes stand to each other where real places can be: rows of bits over the axes of places alone.</summary>
/// <remarks>Boxes that ask the same places have the same rows, so they are made once.</remarks>
internal sealed class RealRows
{
    private readonly BoxBook book;
    private readonly AxisBits?[] bits;
    private readonly int[] axes;
    private readonly ulong[][] regions;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> placesOf = [];
    private readonly Dictionary<(int Places, char Kind), ulong[]> rows = [];
    private readonly Dictionary<(int Inner, int Outer), bool> held = [];
    private readonly int words;

    /// <param name="book">All boxes.</param>
    /// <param name="bits">Per axis which boxes hold which class; null where no box asks.</param>
    /// <param name="words">Words of a row.</param>
    /// <param name="real">What real places can be of the region of the rows, and the axes of places as bits.</param>
    public RealRows(BoxBook book, AxisBits?[] bits, int words, (IEnumerable<ulong[]> Regions, ulong Axes) real)
    {
        (this.book, this.bits, this.words) = (book, bits, words);
        Axes = real.Axes;
        axes = [.. Enumerable.Range(0, bits.Length).Where(axis => (Axes >> axis & 1) != 0)];
        regions = [.. real.Regions];
    }

    /// <summary>The axes of places, as bits.</summary>
    public ulong Axes { get; }

    /// <summary>Boxes that share a real place with this one.</summary>
    public ulong[] Sharing(int box) => RowOf(box, 's', row =>
    {
        foreach (ulong[] part in PartsOf(box))
        {
            Bits.Or(row, Meeting(part));
        }
    });

    /// <summary>Boxes that hold every real place of this one.</summary>
    public ulong[] Holding(int box) => RowOf(box, 'h', row =>
    {
        row.AsSpan().Fill(ulong.MaxValue);
        foreach (ulong[] part in PartsOf(box))
        {
            foreach (int axis in axes.Where(axis => bits[axis] is not null))
            {
                Bits.And(row, bits[axis]!.All(book.Space.On(axis, part)));
            }
        }
    });

    /// <summary>Whether one box holds every real place of another, where it holds all else of it.</summary>
    public bool IsHeld(int inner, int outer)
    {
        (int, int) pair = (PlacesOf(inner), PlacesOf(outer));
        if (!held.TryGetValue(pair, out bool isHeld))
        {
            held[pair] = isHeld = regions.All(region => book.OpenOf(inner, region) is null || book.IsHeld(inner, outer, region));
        }

        return isHeld;
    }

    private ulong[] Meeting(ulong[] part)
    {
        ulong[] row = Ones();
        foreach (int axis in axes)
        {
            Bits.And(row, AnyOf(axis, book.Space.On(axis, part)));
        }

        return row;
    }

    private ulong[] AnyOf(int axis, ReadOnlySpan<ulong> classes) =>
        bits[axis] is { } asked ? asked.Any(classes, isTurned: false) : classes.ContainsAnyExcept(0UL) ? Ones() : new ulong[words];

    // What a box holds of each region, by its places alone.
    private IEnumerable<ulong[]> PartsOf(int box)
    {
        foreach (ulong[] region in regions)
        {
            ulong[] part = [.. region];
            bool isEmpty = false;
            for (ulong rest = book.MaskOf(box) & Axes; rest != 0 && !isEmpty; rest &= rest - 1)
            {
                int axis = BitOperations.TrailingZeroCount(rest);
                Span<ulong> classes = book.Space.On(axis, part);
                Bits.And(classes, book.WordsOf(book.SetOf(box, axis)));
                isEmpty = !classes.ContainsAnyExcept(0UL);
            }

            if (!isEmpty)
            {
                yield return part;
            }
        }
    }

    private ulong[] Ones()
    {
        var row = new ulong[words];
        Array.Fill(row, ulong.MaxValue);
        return row;
    }

    private ulong[] RowOf(int box, char kind, Action<ulong[]> fill)
    {
        if (!rows.TryGetValue((PlacesOf(box), kind), out ulong[]? row))
        {
            rows[(PlacesOf(box), kind)] = row = new ulong[words];
            fill(row);
        }

        return row;
    }

    // The same number for boxes that ask the same places.
    private int PlacesOf(int box)
    {
        if (!placesOf.TryGetValue(box, out int number))
        {
            string places = string.Join(',', axes.Select(axis => ((book.MaskOf(box) >> axis & 1) == 0 ? -1 : book.SetOf(box, axis)).ToString(CultureInfo.InvariantCulture)));
            if (!numbers.TryGetValue(places, out number))
            {
                numbers[places] = number = numbers.Count;
            }

            placesOf[box] = number;
        }

        return number;
    }
}
