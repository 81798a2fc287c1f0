using System.Collections.Immutable;

namespace Bailiwick.Market;

/// <summary>The whole market in columns at one moment: immutable, versioned, read by every engine.</summary>
public sealed class MarketSnapshot
{
    private readonly ImmutableDictionary<string, ColumnTable> tables;

    /// <param name="version">Grows with each change of the market; two snapshots with the same version are equal.</param>
    /// <param name="tables">The tables; one that is missing is empty.</param>
    public MarketSnapshot(long version, IEnumerable<ColumnTable> tables)
    {
        Version = version;
        this.tables = tables.ToImmutableDictionary(table => table.Table.Name, StringComparer.Ordinal);
    }

    /// <summary>The state of the market that this shows.</summary>
    public long Version { get; }

    /// <summary>Companies.</summary>
    public ColumnTable Accounts => this[Market.Accounts.Table];

    /// <summary>Leads.</summary>
    public ColumnTable Leads => this[Market.Leads.Table];

    /// <summary>Deals.</summary>
    public ColumnTable Opportunities => this[Market.Opportunities.Table];

    /// <summary>Sales.</summary>
    public ColumnTable Sales => this[Market.Sales.Table];

    /// <summary>Products.</summary>
    public ColumnTable Products => this[Market.Products.Table];

    /// <summary>Reps.</summary>
    public ColumnTable Reps => this[Market.Reps.Table];

    /// <summary>Today's territories.</summary>
    public ColumnTable Territories => this[Market.Territories.Table];

    /// <summary>Quotas.</summary>
    public ColumnTable Quotas => this[Market.Quotas.Table];

    /// <summary>Facts about areas.</summary>
    public ColumnTable AreaFacts => this[Market.AreaFacts.Table];

    /// <summary>The table with this definition.</summary>
    public ColumnTable this[MarketTable table] => tables.TryGetValue(table.Name, out ColumnTable? found) ? found : new ColumnTableBuilder(table).Build();
}
