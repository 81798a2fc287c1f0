using System.Globalization;
using System.Numerics;
using System.Text;
using Apache.Arrow;
using Bailiwick.Market;

namespace Bailiwick.Import.Columns;

/// <summary>Takes rows of an Arrow array into a column.</summary>
/// <param name="from">The first row of the array.</param>
/// <param name="count">So many.</param>
/// <returns>False when a value cannot be taken without a word: then the rows are to be read on their own.</returns>
internal delegate bool TakeCells(int from, int count);

/// <summary>Fills columns from Arrow arrays.</summary>
internal static class ArrowCells
{
    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>How to take an array's rows into a column; null when its type is one that only text can tell.</summary>
    public static TakeCells? For(IArrowArray array, CellColumn column) => (array, column) switch
    {
        (DictionaryArray { Dictionary: StringArray values, Indices: Int32Array indices }, TextCells texts) => ByBook(array, values, indices, texts),
        (DictionaryArray { Dictionary: StringArray values, Indices: Int32Array indices }, _) => ByText(row => array.IsNull(row) ? "" : values.GetString(indices.GetValue(row)!.Value), column),
        (StringArray values, TextCells texts) => (from, count) => TakeTexts(values, from, texts.More(count), texts),
        (StringArray { NullCount: 0 } values, KeyCells keys) => (from, count) => TakeKeys(values, from, keys.More(count), keys),
        (StringArray values, _) => ByText(row => values.IsNull(row) ? "" : values.GetString(row), column),
        (DoubleArray numbers, NumberCells cells) => (from, count) => TakeNumbers(numbers, from, cells.More(count), (NumberColumn)column.Target),
        (DoubleArray numbers, WholeCells cells) => (from, count) => TakeEach(from, count, row => cells.TryTake(numbers.GetValue(row)), cells),
        (Date32Array days, DateCells cells) => (from, count) => TakeDays(days, from, cells.More(count)),
        (Int64Array whole, _) => Whole(whole, column),
        (Int32Array whole, _) => Whole(whole, column),
        (Int16Array whole, _) => Whole(whole, column),
        (Int8Array whole, _) => Whole(whole, column),
        (UInt32Array whole, _) => Whole(whole, column),
        (UInt16Array whole, _) => Whole(whole, column),
        (UInt8Array whole, _) => Whole(whole, column),
        (NullArray, _) => Nothing(column),
        _ => null,
    };

    /// <summary>A column in which nothing is known.</summary>
    public static TakeCells Nothing(CellColumn column) => ByText(_ => "", column);

    // The dictionary's values are read once for all rows of the array.
    private static TakeCells ByBook(IArrowArray array, StringArray values, Int32Array indices, TextCells column)
    {
        var codes = new int[values.Length];
        for (int index = 0; index < codes.Length; index++)
        {
            codes[index] = column.CodeOf(values.GetBytes(index));
        }

        return (from, count) =>
        {
            bool hasNulls = array.NullCount > 0;
            bool isClear = true;
            Span<int> into = column.More(count);
            ReadOnlySpan<int> index = indices.Values[from..];
            for (int row = 0; row < into.Length; row++)
            {
                int code = hasNulls && array.IsNull(from + row) ? TextValues.Unknown : codes[index[row]];
                into[row] = code;
                isClear &= code != TextCells.NotClear;
            }

            return isClear;
        };
    }

    private static bool TakeTexts(StringArray values, int from, Span<int> into, TextCells column)
    {
        bool isClear = true;
        ReadOnlySpan<int> offsets = values.ValueOffsets[from..];
        ReadOnlySpan<byte> bytes = values.Values;
        bool hasNulls = values.NullCount > 0;
        for (int row = 0; row < into.Length; row++)
        {
            into[row] = hasNulls && values.IsNull(from + row) ? TextValues.Unknown : column.CodeOf(bytes[offsets[row]..offsets[row + 1]]);
            isClear &= into[row] != TextCells.NotClear;
        }

        return isClear;
    }

    private static bool TakeKeys(StringArray values, int from, Span<string> into, KeyCells column)
    {
        bool isClear = true;
        ReadOnlySpan<int> offsets = values.ValueOffsets[from..];
        ReadOnlySpan<byte> bytes = values.Values;
        for (int row = 0; row < into.Length; row++)
        {
            into[row] = Encoding.UTF8.GetString(bytes[offsets[row]..offsets[row + 1]]);
            isClear &= column.IsClear(ref into[row]);
        }

        return isClear;
    }

    private static TakeCells ByText(Func<int, string> textOf, CellColumn column) => (from, count) => TakeEach(from, count, row => column.Read(textOf(row)), column);

    private static TakeCells Whole<T>(PrimitiveArray<T> numbers, CellColumn column)
        where T : struct, IBinaryInteger<T>
    {
        return column is WholeCells whole
            ? (from, count) => TakeWhole(numbers, from, whole.More(count), whole)
            : ByText(row => numbers.GetValue(row)?.ToString(null, CultureInfo.InvariantCulture) ?? "", column);
    }

    private static bool TakeWhole<T>(PrimitiveArray<T> numbers, int from, Span<long> into, WholeCells column)
        where T : struct, IBinaryInteger<T>
    {
        ReadOnlySpan<T> values = numbers.Values[from..];
        bool hasNulls = numbers.NullCount > 0;
        bool isClear = true;
        for (int row = 0; row < into.Length; row++)
        {
            isClear &= column.TryTake(hasNulls && numbers.IsNull(from + row) ? null : long.CreateChecked(values[row]));
            into[row] = column.Next;
        }

        return isClear;
    }

    private static bool TakeEach(int from, int count, Func<int, bool> take, CellColumn column)
    {
        for (int row = from; row < from + count; row++)
        {
            if (!take(row))
            {
                return false;
            }

            column.Keep();
        }

        return true;
    }

    private static bool TakeNumbers(DoubleArray numbers, int from, Span<double> into, NumberColumn target)
    {
        bool isClear = true;
        for (int row = 0; row < into.Length; row++)
        {
            double? number = numbers.GetValue(from + row);
            into[row] = number ?? double.NaN;
            isClear &= number is null || (number >= target.Least && number <= target.Most && double.IsFinite(number.Value));
        }

        return isClear;
    }

    private static bool TakeDays(Date32Array days, int from, Span<int> into)
    {
        bool isClear = true;
        for (int row = 0; row < into.Length; row++)
        {
            into[row] = days.IsNull(from + row) ? DateValues.Unknown : days.Values[from + row] + Epoch;
            isClear &= days.IsNull(from + row) || into[row] is >= 0 and <= 3_652_058;
        }

        return isClear;
    }
}
