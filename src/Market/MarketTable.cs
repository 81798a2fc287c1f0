using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bailiwick.Market;

/// <summary>A table of the market: its canonical columns and its key. Other columns of a file become custom fields.</summary>
public sealed class MarketTable
{
    private readonly FrozenDictionary<string, Column> byName;

    internal MarketTable(string name, ImmutableArray<Column> key, params ImmutableArray<Column> columns)
    {
        Name = name;
        Key = key;
        Columns = columns;
        byName = columns.ToFrozenDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);
        for (int ordinal = 0; ordinal < columns.Length; ordinal++)
        {
            columns[ordinal].Ordinal = ordinal;
        }
    }

    /// <summary>The table's name in files, storage and commands: <c>accounts</c>.</summary>
    public string Name { get; }

    /// <summary>The columns in their canonical order.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>The columns that together name a row: a second row with the same key replaces the first.</summary>
    public ImmutableArray<Column> Key { get; }

    /// <summary>All tables, in the order in which they are imported: what others refer to comes first.</summary>
    public static ImmutableArray<MarketTable> All { get; } =
    [
        Products.Table, Reps.Table, Territories.Table, Accounts.Table, Leads.Table,
        Opportunities.Table, Sales.Table, Quotas.Table, AreaFacts.Table,
    ];

    /// <summary>The table with this name, or null.</summary>
    public static MarketTable? Named(string name) => All.FirstOrDefault(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The column with this name in any case, or null.</summary>
    public Column? Find(string name) => byName.GetValueOrDefault(name);

    /// <inheritdoc />
    public override string ToString() => Name;
}
