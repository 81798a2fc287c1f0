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
}
