using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Bailiwick.Market;

/// <summary>A table in columns: immutable, shared by all engines.</summary>
public sealed class ColumnTable
{
    private readonly ImmutableArray<ColumnValues> columns;

    internal ColumnTable(MarketTable table, int count, ImmutableArray<ColumnValues> columns, ImmutableSortedDictionary<string, TextValues> custom)
    {
        Table = table;
        Count = count;
        this.columns = columns;
        Custom = custom;
    }

    /// <summary>A table of columns that were made elsewhere.</summary>
    /// <param name="table">The definition.</param>
    /// <param name="count">Number of rows; that of every column.</param>
    /// <param name="known">Columns; one that is not here is unknown in all rows.</param>
    /// <param name="custom">Custom fields by name.</param>
    public static ColumnTable Of(MarketTable table, int count, IReadOnlyDictionary<Column, ColumnValues> known, ImmutableSortedDictionary<string, TextValues> custom) => new(
        table,
        count,
        [.. table.Columns.Select(column => known.GetValueOrDefault(column) ?? Unknowns.Of(column, count))],
        custom);

    /// <summary>The same table with other values in a column.</summary>
    public ColumnTable With(TextColumn column, TextValues values) => new(Table, Count, columns.SetItem(column.Ordinal, values), Custom);

    /// <summary>The definition.</summary>
    public MarketTable Table { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Custom fields by name.</summary>
    public ImmutableSortedDictionary<string, TextValues> Custom { get; }

    /// <summary>Text.</summary>
    public TextValues this[TextColumn column] => (TextValues)columns[column.Ordinal];

    /// <summary>Whole numbers.</summary>
    public IntegerValues this[IntegerColumn column] => (IntegerValues)columns[column.Ordinal];

    /// <summary>Numbers.</summary>
    public NumberValues this[NumberColumn column] => (NumberValues)columns[column.Ordinal];

    /// <summary>Amounts.</summary>
    public MoneyValues this[MoneyColumn column] => (MoneyValues)columns[column.Ordinal];

    /// <summary>Days.</summary>
    public DateValues this[DateColumn column] => (DateValues)columns[column.Ordinal];

    /// <summary>Sets.</summary>
    public SetValues this[SetColumn column] => (SetValues)columns[column.Ordinal];

    /// <summary>The column whatever its type: for code that goes through all columns.</summary>
    public ColumnValues this[Column column] => columns[column.Ordinal];

    /// <summary>The row of each value of a column, compared exactly: of several rows with one value the first. Rows without a value have no entry.</summary>
    public IReadOnlyDictionary<string, int> RowsBy(TextColumn key)
    {
        TextValues keys = this[key];
        var rows = new Dictionary<string, int>(Count, StringComparer.Ordinal);
        for (int row = 0; row < Count; row++)
        {
            if (keys[row] is { } known)
            {
                rows.TryAdd(known, row);
            }
        }

        return rows;
    }

    /// <summary>The values of one column by those of another, compared exactly: of several rows with one key the first that has a value.</summary>
    public IReadOnlyDictionary<string, string> ValuesBy(TextColumn key, TextColumn value)
    {
        (TextValues keys, TextValues all) = (this[key], this[value]);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int row = 0; row < Count; row++)
        {
            if (keys[row] is { } known && all[row] is { } found)
            {
                values.TryAdd(known, found);
            }
        }

        return values;
    }

    /// <summary>Columns in which nothing is known: batches of one length share theirs.</summary>
    private static class Unknowns
    {
        private static readonly ConcurrentDictionary<Type, ColumnValues> Last = new();

        public static ColumnValues Of(Column column, int count) => Last.AddOrUpdate(
            column.GetType(),
            _ => ColumnTableBuilder.Unknown(column, count),
            (_, last) => last.Count == count ? last : ColumnTableBuilder.Unknown(column, count));
    }
}
