using System.Numerics;

namespace Bailiwick.Territories.Proof;

/// <summary>Many boxes over one region as bits, so that a whole row of comparisons is one pass of and.</summary>
/// <remarks>
/// A row has a bit per box, by its place in the list. Per axis and class it is kept which boxes hold the class; 64 classes together are
/// kept as well, because most sets hold whole words of classes.
/// </remarks>
internal sealed class SiblingMatrix
{
    // So few are compared one by one: to make the bits would cost more.
    private const int Small = 64;

    private const long MostCachedWords = 8_000_000;

    private readonly BoxBook book;
    private readonly ulong[] region;
    private readonly AxisBits?[] axes;
    private readonly ulong[] valid;
    private readonly bool isSmall;
    private readonly Dictionary<(int Set, RowKind Kind), ulong[]> rows = [];
    private readonly RealRows? real;

    /// <param name="book">All boxes.</param>
    /// <param name="boxes">The boxes to compare; a row has a bit for each.</param>
    /// <param name="region">Only what lies in it counts.</param>
    /// <param name="real">Boxes of which real places consist; none when all are real.</param>
    public SiblingMatrix(BoxBook book, IReadOnlyList<int> boxes, ulong[] region, IReadOnlyList<int> real)
    {
        this.book = book;
        this.region = region;
        Boxes = boxes;
        valid = new ulong[(boxes.Count + 63) / 64];
        ulong asked = 0;
        for (int place = 0; place < boxes.Count; place++)
        {
            if (book.OpenOf(boxes[place], region) is not null)
            {
                valid[place >> 6] |= 1UL << place;
                asked |= book.MaskOf(boxes[place]);
            }
        }

        axes = new AxisBits?[book.Space.Axes];
        isSmall = boxes.Count <= Small;
        asked = isSmall ? 0 : asked;
        for (ulong rest = asked; rest != 0; rest &= rest - 1)
        {
            int axis = BitOperations.TrailingZeroCount(rest);
            axes[axis] = new AxisBits(book, boxes, axis, region);
        }

        this.real = isSmall || real.Count == 0
            ? null
            : new RealRows(book, axes, Words, (real.Select(box => book.Within(region, box)).OfType<ulong[]>(), real.Aggregate(0UL, (mask, box) => mask | book.MaskOf(box))));
    }

    private enum RowKind
    {
        Sharing,
        Holding,
        Leaving,
    }

    /// <summary>The boxes, by their places.</summary>
    public IReadOnlyList<int> Boxes { get; }

    /// <summary>Rows can be asked of real places alone.</summary>
    public bool HasReal => real is not null;

    /// <summary>Words of a row.</summary>
    public int Words => valid.Length;

    /// <summary>Boxes of which the region leaves something.</summary>
    public ReadOnlySpan<ulong> Valid => valid;

    /// <summary>Whether the region leaves anything of a box of the list.</summary>
    public bool IsValid(int place) => (valid[place >> 6] >> place & 1) != 0;

    /// <summary>Boxes that hold a cell of the region.</summary>
    public void Having(int[] cell, Span<ulong> row)
    {
        if (isSmall)
        {
            OneByOne(row, box => book.Holds(box, cell));
            return;
        }

        valid.CopyTo(row);
        for (int axis = 0; axis < axes.Length; axis++)
        {
            if (axes[axis] is { } bits)
            {
                bits.KeepHaving(cell[axis], row);
            }
        }
    }

    /// <summary>Boxes that share a cell of the region with this one.</summary>
    public void Sharing(int box, Span<ulong> row)
    {
        if (isSmall)
        {
            OneByOne(row, other => book.Share(box, other, region));
            return;
        }

        AndSharing(box, row, ulong.MaxValue);
    }

    /// <summary>Boxes that share a cell of a real place with this one.</summary>
    public void SharingReal(int box, Span<ulong> row)
    {
        AndSharing(box, row, ~real!.Axes);
        Bits.And(row, real.Sharing(box));
    }

    /// <summary>Boxes that hold all that the region leaves of this one.</summary>
    public void Holding(int box, Span<ulong> row)
    {
        if (isSmall)
        {
            OneByOne(row, other => book.IsHeld(box, other, region));
            return;
        }

        AndHolding(box, row, ulong.MaxValue);
    }

    /// <summary>Boxes that hold all of this one that is a real place.</summary>
    public void HoldingReal(int box, Span<ulong> row)
    {
        AndHolding(box, row, ~real!.Axes);
        Bits.And(row, real.Holding(box));
    }

    /// <summary>Boxes of which this one holds all that the region leaves.</summary>
    public void HeldBy(int box, Span<ulong> row)
    {
        if (isSmall)
        {
            OneByOne(row, other => book.IsHeld(other, box, region));
            return;
        }

        AndHeldBy(box, row, ulong.MaxValue);
    }

    /// <summary>Boxes that share a real place with this one, and of which it holds all that is one.</summary>
    public void HeldByReal(int box, Span<ulong> row)
    {
        var wholly = new ulong[Words];
        AndHeldBy(box, wholly, ulong.MaxValue);
        AndHeldBy(box, row, ~real!.Axes);
        Bits.And(row, real.Sharing(box));
        // Few are left that only their places keep from being held.
        for (int word = 0; word < row.Length; word++)
        {
            for (ulong rest = row[word] & ~wholly[word]; rest != 0; rest &= rest - 1)
            {
                int place = (word * 64) + BitOperations.TrailingZeroCount(rest);
                row[word] &= real.IsHeld(Boxes[place], box) ? ulong.MaxValue : ~(1UL << place);
            }
        }
    }

    private void AndSharing(int box, Span<ulong> row, ulong asked)
    {
        valid.CopyTo(row);
        for (ulong rest = book.MaskOf(box) & asked; rest != 0; rest &= rest - 1)
        {
            int axis = BitOperations.TrailingZeroCount(rest);
            if (axes[axis] is not null)
            {
                Bits.And(row, RowOf(book.SetOf(box, axis), RowKind.Sharing));
            }
        }
    }

    private void AndHolding(int box, Span<ulong> row, ulong asked)
    {
        valid.CopyTo(row);
        for (int axis = 0; axis < axes.Length; axis++)
        {
            if (axes[axis] is { } bits && (asked >> axis & 1) != 0)
            {
                Bits.And(row, (book.MaskOf(box) >> axis & 1) == 0 ? bits.HoldingAll : RowOf(book.SetOf(box, axis), RowKind.Holding));
            }
        }
    }

    private void AndHeldBy(int box, Span<ulong> row, ulong asked)
    {
        valid.CopyTo(row);
        for (ulong rest = book.MaskOf(box) & asked; rest != 0; rest &= rest - 1)
        {
            int axis = BitOperations.TrailingZeroCount(rest);
            if (axes[axis] is not null)
            {
                Bits.AndNot(row, RowOf(book.SetOf(box, axis), RowKind.Leaving));
            }
            else if (book.FitOf(book.SetOf(box, axis), region) != Fit.Wholly)
            {
                row.Clear();
            }
        }
    }

    private void OneByOne(Span<ulong> row, Func<int, bool> isSet)
    {
        row.Clear();
        for (int place = 0; place < Boxes.Count; place++)
        {
            row[0] |= IsValid(place) && isSet(Boxes[place]) ? 1UL << place : 0;
        }
    }

    private ulong[] RowOf(int set, RowKind kind)
    {
        if (rows.TryGetValue((set, kind), out ulong[]? known))
        {
            return known;
        }

        AxisBits bits = axes[book.AxisOf(set)]!;
        ulong[] row = kind switch
        {
            RowKind.Sharing => bits.Any(book.WordsOf(set), isTurned: false),
            RowKind.Holding => bits.All(book.WordsOf(set)),
            RowKind.Leaving => bits.Any(book.WordsOf(set), isTurned: true),
            _ => throw new InvalidOperationException(),
        };
        if ((long)rows.Count * Words < MostCachedWords)
        {
            rows[(set, kind)] = row;
        }

        return row;
    }
}
