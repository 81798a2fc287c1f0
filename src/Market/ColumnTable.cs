using System.Collections.Immutable;

namespace Bailiwick.Market;

/// <summary>A table in columns: immutable, shared by all engines.</summary>
public sealed class ColumnTable
{
    private readonly ImmutableArray<ColumnData> columns;

    internal ColumnTable(MarketTable table, int count, ImmutableArray<ColumnData> columns, ImmutableSortedDictionary<string, TextData> custom)
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
    public ImmutableSortedDictionary<string, TextData> Custom { get; }

    /// <summary>Text.</summary>
    public TextData this[TextColumn column] => (TextData)columns[column.Ordinal];

    /// <summary>Whole numbers.</summary>
    public IntegerData this[IntegerColumn column] => (IntegerData)columns[column.Ordinal];

    /// <summary>Numbers.</summary>
    public NumberData this[NumberColumn column] => (NumberData)columns[column.Ordinal];

    /// <summary>Amounts.</summary>
    public MoneyData this[MoneyColumn column] => (MoneyData)columns[column.Ordinal];

    /// <summary>Days.</summary>
    public DateData this[DateColumn column] => (DateData)columns[column.Ordinal];

    /// <summary>Sets.</summary>
    public SetData this[SetColumn column] => (SetData)columns[column.Ordinal];

    /// <summary>The column whatever its type: for code that goes through all columns.</summary>
    public ColumnData this[Column column] => columns[column.Ordinal];
}
