using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Market;

/// <summary>One row of a table on its way in or out. Unknown is null.</summary>
public sealed class MarketRow(MarketTable table, Place place)
{
    private readonly object?[] values = new object?[table.Columns.Length];

    /// <summary>The table.</summary>
    public MarketTable Table { get; } = table;

    /// <summary>Where the row stood.</summary>
    public Place Place { get; } = place;

    /// <summary>Fields that are not canonical, by name as written in the file; empty when there are none. Blank values are left out.</summary>
    public ImmutableSortedDictionary<string, string> Custom { get; set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Text.</summary>
    public string? this[TextColumn column]
    {
        get => (string?)values[column.Ordinal];
        set => values[column.Ordinal] = value;
    }

    /// <summary>A whole number.</summary>
    public long? this[IntegerColumn column]
    {
        get => (long?)values[column.Ordinal];
        set => values[column.Ordinal] = value;
    }

    /// <summary>A number.</summary>
    public double? this[NumberColumn column]
    {
        get => (double?)values[column.Ordinal];
        set => values[column.Ordinal] = value;
    }

    /// <summary>An amount in the row's currency, at most four decimals.</summary>
    public decimal? this[MoneyColumn column]
    {
        get => (decimal?)values[column.Ordinal];
        set => values[column.Ordinal] = value;
    }

    /// <summary>A day.</summary>
    public DateOnly? this[DateColumn column]
    {
        get => (DateOnly?)values[column.Ordinal];
        set => values[column.Ordinal] = value;
    }

    /// <summary>Several values, sorted by ordinal, each once; unknown is empty.</summary>
    public ImmutableArray<string> this[SetColumn column]
    {
        get => (ImmutableArray<string>?)values[column.Ordinal] ?? [];
        set => values[column.Ordinal] = value.IsDefaultOrEmpty ? null : value;
    }

    /// <summary>The value whatever its type: for code that goes through all columns.</summary>
    public object? this[Column column] => values[column.Ordinal];

    /// <summary>Makes a value unknown.</summary>
    public void Forget(Column column) => values[column.Ordinal] = null;
}
