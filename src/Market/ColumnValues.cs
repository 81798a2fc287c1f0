using System.Collections.Immutable;

namespace Bailiwick.Market;

#pragma warning disable CA1819 // Arrays are the point of a columnar snapshot; nobody writes to them after the builder.

/// <summary>The values of one column for all rows of a table.</summary>
public abstract class ColumnValues
{
    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }
}

/// <summary>Text by dictionary: a code a row, a value a code.</summary>
public sealed class TextValues : ColumnValues
{
    /// <summary>The code of an unknown value.</summary>
    public const int Unknown = -1;

    private readonly string[] texts;

    /// <summary>Of values of its own.</summary>
    public TextValues(int[] codes, string[] values) => (Codes, texts, Distinct) = (codes, values, values.Length);

    /// <summary>Of the values that a book holds so far.</summary>
    public TextValues(int[] codes, TextBook book) => (Codes, Book, texts, Distinct) = (codes, book, book.Texts, book.Count);

    /// <summary>Per row an index into <see cref="Values"/>, or <see cref="Unknown"/>.</summary>
    public int[] Codes { get; }

    /// <summary>The distinct values, in order of first appearance. Of a book's they are copied at the first call: <see cref="ValueOf"/> does not.</summary>
    public string[] Values => field ??= texts.Length == Distinct ? texts : texts[..Distinct];

    /// <summary>Number of distinct values.</summary>
    public int Distinct { get; }

    /// <summary>The value of a code.</summary>
    public string ValueOf(int code) => texts[code];

    /// <summary>The book that this column shares with those of other batches; null when its values are its own.</summary>
    public TextBook? Book { get; }

    /// <inheritdoc />
    public override int Count => Codes.Length;

    /// <summary>The value of a row; null is unknown.</summary>
    public string? this[int row] => Codes[row] < 0 ? null : texts[Codes[row]];
}

/// <summary>Whole numbers.</summary>
public sealed class IntegerValues(long[] values) : ColumnValues
{
    /// <summary>Stands for an unknown value.</summary>
    public const long Unknown = long.MinValue;

    /// <summary>Per row the number, or <see cref="Unknown"/>.</summary>
    public long[] Values { get; } = values;

    /// <inheritdoc />
    public override int Count => Values.Length;

    /// <summary>The value of a row; null is unknown.</summary>
    public long? this[int row] => Values[row] == Unknown ? null : Values[row];
}

/// <summary>Numbers; not-a-number is unknown.</summary>
public sealed class NumberValues(double[] values) : ColumnValues
{
    /// <summary>Per row the number, or NaN.</summary>
    public double[] Values { get; } = values;

    /// <inheritdoc />
    public override int Count => Values.Length;

    /// <summary>The value of a row; null is unknown.</summary>
    public double? this[int row] => double.IsNaN(Values[row]) ? null : Values[row];
}

/// <summary>Amounts in whole ten-thousandths (<see cref="Measures.Money.Scale"/>) of the currency in the table's currency column.</summary>
public sealed class MoneyValues(long[] tenThousandths) : ColumnValues
{
    /// <summary>Stands for an unknown value.</summary>
    public const long Unknown = long.MinValue;

    /// <summary>Per row the amount in ten-thousandths, or <see cref="Unknown"/>.</summary>
    public long[] TenThousandths { get; } = tenThousandths;

    /// <inheritdoc />
    public override int Count => TenThousandths.Length;

    /// <summary>The value of a row; null is unknown.</summary>
    public decimal? this[int row] => TenThousandths[row] == Unknown ? null : TenThousandths[row] / (decimal)Measures.Money.Scale;
}

/// <summary>Days by <see cref="DateOnly.DayNumber"/>.</summary>
public sealed class DateValues(int[] dayNumbers) : ColumnValues
{
    /// <summary>Stands for an unknown value.</summary>
    public const int Unknown = -1;

    /// <summary>Per row the day number, or <see cref="Unknown"/>.</summary>
    public int[] DayNumbers { get; } = dayNumbers;

    /// <inheritdoc />
    public override int Count => DayNumbers.Length;

    /// <summary>The value of a row; null is unknown.</summary>
    public DateOnly? this[int row] => DayNumbers[row] == Unknown ? null : DateOnly.FromDayNumber(DayNumbers[row]);
}

/// <summary>Sets by dictionary: a run of codes a row.</summary>
public sealed class SetValues(int[] starts, int[] codes, string[] values) : ColumnValues
{
    /// <summary>Row r has the codes at <c>Starts[r]</c> up to <c>Starts[r + 1]</c>, the last excluded; one longer than the rows.</summary>
    public int[] Starts { get; } = starts;

    /// <summary>Indexes into <see cref="Values"/>.</summary>
    public int[] Codes { get; } = codes;

    /// <summary>The distinct values, in order of first appearance.</summary>
    public string[] Values { get; } = values;

    /// <inheritdoc />
    public override int Count => Starts.Length - 1;

    /// <summary>The codes of a row; none is unknown.</summary>
    public ReadOnlySpan<int> CodesOf(int row) => Codes.AsSpan(Starts[row], Starts[row + 1] - Starts[row]);

    /// <summary>The values of a row.</summary>
    public ImmutableArray<string> this[int row]
    {
        get
        {
            ImmutableArray<string>.Builder builder = ImmutableArray.CreateBuilder<string>();
            foreach (int code in CodesOf(row))
            {
                builder.Add(Values[code]);
            }

            return builder.ToImmutable();
        }
    }
}
