using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bailiwick.Measures;

namespace Bailiwick.Market;

/// <summary>Fills a <see cref="ColumnTable"/> row by row: add to every column, then <see cref="EndRow"/>. What was not added is unknown.</summary>
/// <remarks>One thread.</remarks>
public sealed class ColumnTableBuilder
{
    private readonly MarketTable table;
    private readonly ColumnBuilder[] columns;
    private readonly SortedDictionary<string, TextBuilder> custom = new(StringComparer.OrdinalIgnoreCase);
    private int count;

    /// <summary>An empty table.</summary>
    public ColumnTableBuilder(MarketTable table)
    {
        this.table = table;
        columns = [.. table.Columns.Select(ColumnBuilder.For)];
    }

    /// <summary>A column in which nothing is known.</summary>
    internal static ColumnValues Unknown(Column column, int count) => ColumnBuilder.For(column).Build(count);

    /// <summary>Sets a text of the current row.</summary>
    public void Set(TextColumn column, string? value) => ((TextBuilder)columns[column.Ordinal]).Set(count, value);

    /// <summary>Sets a whole number of the current row; <see cref="IntegerValues.Unknown"/> is unknown.</summary>
    public void Set(IntegerColumn column, long value) => ((ValueBuilder<long>)columns[column.Ordinal]).Set(count, value);

    /// <summary>Sets a number of the current row; NaN is unknown.</summary>
    public void Set(NumberColumn column, double value) => ((ValueBuilder<double>)columns[column.Ordinal]).Set(count, value);

    /// <summary>Sets an amount of the current row in ten-thousandths; <see cref="MoneyValues.Unknown"/> is unknown.</summary>
    public void Set(MoneyColumn column, long tenThousandths) => ((ValueBuilder<long>)columns[column.Ordinal]).Set(count, tenThousandths);

    /// <summary>Sets a day of the current row by its day number; <see cref="DateValues.Unknown"/> is unknown.</summary>
    public void Set(DateColumn column, int dayNumber) => ((ValueBuilder<int>)columns[column.Ordinal]).Set(count, dayNumber);

    /// <summary>Sets the values of a set of the current row.</summary>
    public void Set(SetColumn column, ReadOnlySpan<string> values) => ((SetBuilder)columns[column.Ordinal]).Set(count, values);

    /// <summary>Sets a custom field of the current row.</summary>
    public void SetCustom(string name, string value)
    {
        if (!custom.TryGetValue(name, out TextBuilder? builder))
        {
            custom[name] = builder = new TextBuilder();
        }

        builder.Set(count, value);
    }

    /// <summary>Ends the current row and begins the next.</summary>
    public void EndRow() => count++;

    /// <summary>Adds a whole row.</summary>
    public void Add(MarketRow row)
    {
        foreach (Column column in table.Columns)
        {
            switch (column)
            {
                case TextColumn text: Set(text, row[text]); break;
                case IntegerColumn integer: Set(integer, row[integer] ?? IntegerValues.Unknown); break;
                case NumberColumn number: Set(number, row[number] ?? double.NaN); break;
                case MoneyColumn money: Set(money, row[money] is { } amount ? (long)decimal.Round(amount * Money.Scale) : MoneyValues.Unknown); break;
                case DateColumn date: Set(date, row[date]?.DayNumber ?? DateValues.Unknown); break;
                case SetColumn set: Set(set, row[set].AsSpan()); break;
                default: throw new InvalidOperationException($"column kind {column.GetType().Name} has no place in a snapshot");
            }
        }

        foreach ((string name, string value) in row.Custom)
        {
            SetCustom(name, value);
        }

        EndRow();
    }

    /// <summary>The table so far.</summary>
    public ColumnTable Build() => new(
        table,
        count,
        [.. columns.Select(column => column.Build(count))],
        custom.ToImmutableSortedDictionary(pair => pair.Key, pair => (TextValues)pair.Value.Build(count), StringComparer.OrdinalIgnoreCase));

    private abstract class ColumnBuilder
    {
        public static ColumnBuilder For(Column column) => column switch
        {
            TextColumn => new TextBuilder(),
            IntegerColumn => new ValueBuilder<long>(IntegerValues.Unknown, values => new IntegerValues(values)),
            NumberColumn => new ValueBuilder<double>(double.NaN, values => new NumberValues(values)),
            MoneyColumn => new ValueBuilder<long>(MoneyValues.Unknown, values => new MoneyValues(values)),
            DateColumn => new ValueBuilder<int>(DateValues.Unknown, values => new DateValues(values)),
            SetColumn => new SetBuilder(),
            _ => throw new InvalidOperationException($"column kind {column.GetType().Name} has no place in a snapshot"),
        };

        public abstract ColumnValues Build(int count);
    }

    private sealed class ValueBuilder<T>(T unknown, Func<T[], ColumnValues> build) : ColumnBuilder
    {
        private readonly List<T> values = [];

        public void Set(int row, T value)
        {
            Fill(values, row, unknown);
            values.Add(value);
        }

        public override ColumnValues Build(int count)
        {
            Fill(values, count, unknown);
            return build([.. values]);
        }
    }

    private sealed class TextBuilder : ColumnBuilder
    {
        private readonly List<int> codes = [];
        private readonly TextBook book = new();

        public void Set(int row, string? value)
        {
            Fill(codes, row, TextValues.Unknown);
            codes.Add(value is null ? TextValues.Unknown : book.CodeOf(value));
        }

        public override ColumnValues Build(int count)
        {
            Fill(codes, count, TextValues.Unknown);
            return new TextValues([.. codes], book);
        }
    }

    private sealed class SetBuilder : ColumnBuilder
    {
        private readonly List<int> starts = [0];
        private readonly List<int> codes = [];
        private readonly TextBook book = new();

        public void Set(int row, ReadOnlySpan<string> values)
        {
            Fill(starts, row + 1, codes.Count);
            foreach (string value in values)
            {
                codes.Add(book.CodeOf(value));
            }

            starts.Add(codes.Count);
        }

        public override ColumnValues Build(int count)
        {
            Fill(starts, count + 1, codes.Count);
            return new SetValues([.. starts], [.. codes], book.ToArray());
        }
    }

    private static void Fill<T>(List<T> list, int count, T value)
    {
        int missing = count - list.Count;
        if (missing > 0)
        {
            CollectionsMarshal.SetCount(list, count);
            CollectionsMarshal.AsSpan(list)[^missing..].Fill(value);
        }
    }
}
