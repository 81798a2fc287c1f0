using System.Globalization;
using Apache.Arrow;
using Bailiwick.Market;

namespace Bailiwick.Import.Columns;

/// <summary>Fills columns from Arrow arrays. False when a value cannot be taken without a word, or is of a type that only text can tell.</summary>
internal static class ArrowCells
{
    /// <summary>Takes a whole column.</summary>
    public static bool Read(IArrowArray array, CellColumn column) => (array, column) switch
    {
        (_, TextCells texts) when ArrowTexts.TryOf(array, out ArrowTexts values) => ReadTexts(array, values, texts),
        (_, KeyCells keys) when ArrowTexts.TryOf(array, out ArrowTexts values) => ReadKeys(array, values, keys),
        (DoubleArray numbers, NumberCells cells) => ReadNumbers(numbers, cells),
        (Date32Array days, DateCells cells) => ReadDays(days, cells),
        (DoubleArray numbers, WholeCells cells) => ReadWhole(numbers, cells),
        (Int64Array whole, _) => ReadWhole(whole, whole.Values, column),
        (Int32Array whole, _) => ReadWhole(whole, whole.Values, column),
        (Int16Array whole, _) => ReadWhole(whole, whole.Values, column),
        (Int8Array whole, _) => ReadWhole(whole, whole.Values, column),
        (UInt32Array whole, _) => ReadWhole(whole, whole.Values, column),
        (UInt16Array whole, _) => ReadWhole(whole, whole.Values, column),
        (UInt8Array whole, _) => ReadWhole(whole, whole.Values, column),
        (NullArray, _) => ReadNothing(array.Length, column),
        _ when ArrowTexts.TryOf(array, out ArrowTexts values) => ReadCells(array, values, column),
        _ => false,
    };

    /// <summary>A column in which nothing is known.</summary>
    public static bool ReadNothing(int count, CellColumn column)
    {
        for (int row = 0; row < count; row++)
        {
            if (!column.Read(""))
            {
                return false;
            }

            column.Keep();
        }

        return true;
    }

    private static bool ReadTexts(IArrowArray array, ArrowTexts values, TextCells column)
    {
        var codes = new int[values.Length];
        for (int index = 0; index < codes.Length; index++)
        {
            bool isClear = column.Read(System.Text.Encoding.UTF8.GetString(values[index]));
            if (!isClear && !values.HasIndices && array.IsValid(index))
            {
                return false;
            }

            codes[index] = isClear ? column.Next : TextCells.NotClear;
        }

        bool hasNulls = array.NullCount > 0;
        for (int row = 0; row < array.Length; row++)
        {
            int code = hasNulls && array.IsNull(row) ? TextValues.Unknown : codes[values.HasIndices ? values.Indices[row] : row];
            if (code == TextCells.NotClear)
            {
                return false;
            }

            column.Next = code;
            column.Keep();
        }

        return true;
    }

    private static bool ReadKeys(IArrowArray array, ArrowTexts values, KeyCells column)
    {
        Span<char> text = stackalloc char[256];
        for (int row = 0; row < array.Length; row++)
        {
            if (array.IsNull(row))
            {
                return false;
            }

            ReadOnlySpan<byte> bytes = values[values.HasIndices ? values.Indices[row] : row];
            bool isClear = bytes.Length <= text.Length
                ? column.Read(text[..System.Text.Encoding.UTF8.GetChars(bytes, text)])
                : column.Read(System.Text.Encoding.UTF8.GetString(bytes));
            if (!isClear)
            {
                return false;
            }

            column.Keep();
        }

        return true;
    }

    // Each row's cell by its text.
    private static bool ReadCells(IArrowArray array, ArrowTexts values, CellColumn column)
    {
        for (int row = 0; row < array.Length; row++)
        {
            string cell = array.IsNull(row) ? "" : System.Text.Encoding.UTF8.GetString(values[values.HasIndices ? values.Indices[row] : row]);
            if (!column.Read(cell))
            {
                return false;
            }

            column.Keep();
        }

        return true;
    }

    private static bool ReadWhole<T>(IArrowArray array, ReadOnlySpan<T> numbers, CellColumn column)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        for (int row = 0; row < numbers.Length; row++)
        {
            long? number = array.IsNull(row) ? null : long.CreateChecked(numbers[row]);
            if (column is WholeCells whole ? !whole.TryTake(number) : !column.Read(number?.ToString(CultureInfo.InvariantCulture)))
            {
                return false;
            }

            column.Keep();
        }

        return true;
    }

    private static bool ReadWhole(DoubleArray numbers, WholeCells column)
    {
        for (int row = 0; row < numbers.Length; row++)
        {
            if (!column.TryTake(numbers.GetValue(row)))
            {
                return false;
            }

            column.Keep();
        }

        return true;
    }

    private static bool ReadNumbers(DoubleArray numbers, NumberCells column)
    {
        var target = (NumberColumn)column.Target;
        for (int row = 0; row < numbers.Length; row++)
        {
            double number = numbers.GetValue(row) ?? double.NaN;
            if (numbers.IsValid(row) && !(number >= target.Least && number <= target.Most && double.IsFinite(number)))
            {
                return false;
            }

            column.Next = number;
            column.Keep();
        }

        return true;
    }

    private static bool ReadDays(Date32Array days, DateCells column)
    {
        int epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        for (int row = 0; row < days.Length; row++)
        {
            column.Next = days.IsNull(row) ? DateValues.Unknown : days.Values[row] + epoch;
            if (days.IsValid(row) && column.Next is < 0 or > 3_652_058)
            {
                return false;
            }

            column.Keep();
        }

        return true;
    }
}
