using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Columns;

/// <summary>Whole numbers and amounts: plain digits are read as they stand.</summary>
/// <param name="probe">Reads all other cells.</param>
internal sealed class WholeCells(CellProbe probe) : CellColumn<long>(probe.Cell.Rule.Target, IntegerValues.Unknown)
{
    // With a sign or more digits a number may be out of range.
    private const int MostDigits = 14;
    private const long MostExact = 99_999_999_999_999;

    private readonly MoneyColumn? money = probe.Cell.Rule.Target as MoneyColumn;

    /// <summary>Whether the current row has a value.</summary>
    public bool IsKnown => Next != IntegerValues.Unknown;

    public override bool Read(ReadOnlySpan<char> text)
    {
        Next = IntegerValues.Unknown;
        if (text.IsEmpty || IsDigits(text))
        {
            return true;
        }

        bool isClear = probe.IsClear(text.ToString());
        Read(probe.Row);
        return isClear;
    }

    /// <summary>Takes a number for the current row; false when it is none that the column keeps exactly.</summary>
    public bool TryTake(long? number)
    {
        Next = number is not { } known ? IntegerValues.Unknown : money is null ? known : known * Money.Scale;
        return number is null or >= 0 and <= MostExact;
    }

    /// <summary>Takes a number for the current row; false when it is none that the column keeps exactly.</summary>
    public bool TryTake(double? number)
    {
        if (number is not { } known)
        {
            Next = IntegerValues.Unknown;
            return true;
        }

        long scale = money is null ? 1 : Money.Scale;
        double whole = Math.Round(known * scale);
        Next = whole is >= 0 and <= MostExact ? (long)whole : IntegerValues.Unknown;
        // The nearest double to a number of so few digits is written as that number.
        return Next != IntegerValues.Unknown && whole / scale == known;
    }

    public override void Read(MarketRow row) => Next = money is not null
        ? row[money] is { } amount ? (long)decimal.Round(amount * Money.Scale) : MoneyValues.Unknown
        : row[(IntegerColumn)Target] ?? IntegerValues.Unknown;

    protected override ColumnValues Build(long[] built) => money is not null ? new MoneyValues(built) : new IntegerValues(built);

    private bool IsDigits(ReadOnlySpan<char> text)
    {
        if (text.Length > MostDigits)
        {
            return false;
        }

        long number = 0;
        foreach (char each in text)
        {
            if (!char.IsAsciiDigit(each))
            {
                return false;
            }

            number = (number * 10) + (each - '0');
        }

        Next = money is null ? number : number * Money.Scale;
        return true;
    }
}

/// <summary>Numbers.</summary>
internal sealed class NumberCells(NumberColumn target, CellProbe probe) : CellColumn<double>(target, double.NaN)
{
    public override bool Read(ReadOnlySpan<char> text)
    {
        bool isClear = probe.IsClear(text.ToString());
        Read(probe.Row);
        return isClear;
    }

    public override void Read(MarketRow row) => Next = row[target] ?? double.NaN;

    protected override ColumnValues Build(double[] built) => new NumberValues(built);
}

/// <summary>Days.</summary>
internal sealed class DateCells(DateColumn target, CellProbe probe) : CellColumn<int>(target, DateValues.Unknown)
{
    public override bool Read(ReadOnlySpan<char> text)
    {
        bool isClear = probe.IsClear(text.ToString());
        Read(probe.Row);
        return isClear;
    }

    public override void Read(MarketRow row) => Next = row[target]?.DayNumber ?? DateValues.Unknown;

    protected override ColumnValues Build(int[] built) => new DateValues(built);
}

/// <summary>Sets: each distinct cell is read once in a batch.</summary>
internal sealed class SetCells(SetColumn target, CellProbe probe) : CellColumn<ImmutableArray<string>>(target, [])
{
    private readonly Dictionary<string, ImmutableArray<string>> known = new(StringComparer.Ordinal);

    public override bool Read(ReadOnlySpan<char> text)
    {
        Next = [];
        if (text.IsEmpty)
        {
            return true;
        }

        Dictionary<string, ImmutableArray<string>>.AlternateLookup<ReadOnlySpan<char>> sets = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!sets.TryGetValue(text, out ImmutableArray<string> set))
        {
            set = probe.IsClear(text.ToString()) ? probe.Row[target] : default;
            sets[text] = set;
        }

        Next = set;
        return !set.IsDefault;
    }

    public override void Read(MarketRow row) => Next = row[target];

    protected override ColumnValues Build(ImmutableArray<string>[] built)
    {
        known.Clear();
        var book = new TextBook();
        var starts = new int[built.Length + 1];
        var codes = new List<int>();
        for (int row = 0; row < built.Length; row++)
        {
            foreach (string value in built[row])
            {
                codes.Add(book.CodeOf(value));
            }

            starts[row + 1] = codes.Count;
        }

        return new SetValues(starts, [.. codes], book.ToArray());
    }
}
