using Bailiwick.Market;

namespace Bailiwick.Storage.Markets;

/// <summary>How a table of the market is called in the database: the names, and the statements made of them.</summary>
internal sealed class StoredTable
{
    private StoredTable(MarketTable table)
    {
        Table = table;
        Name = "market_" + table.Name;
        string[] columns = [.. table.Columns.Select(NameOf), "custom"];
        string key = string.Join(", ", table.Key.Select(KeyTerm));
        string whereKey = string.Join(" AND ", table.Key.Select(column => KeyTerm(column) + " = ?"));
        string listed = string.Join(", ", columns);
        Find = $"SELECT row_number, row_hash FROM {Name} WHERE {whereKey}";
        Insert = $"INSERT INTO {Name} (row_hash, {listed}) VALUES (?{string.Concat(Enumerable.Repeat(", ?", columns.Length))}) ON CONFLICT ({key}) DO NOTHING";
        Update = $"UPDATE {Name} SET row_hash = ?, {string.Join(", ", columns.Select(column => column + " = ?"))} WHERE row_number = ?";
        Select = $"SELECT {listed} FROM {Name} ORDER BY row_number";
    }

    /// <summary>All tables, in the order of import.</summary>
    public static IReadOnlyList<StoredTable> All { get; } = [.. MarketTable.All.Select(table => new StoredTable(table))];

    public MarketTable Table { get; }

    public string Name { get; }

    /// <summary>Asks for number and hash of the row with a key; parameters: the key columns.</summary>
    public string Find { get; }

    /// <summary>Adds a row unless its key is there; parameters: hash, columns, custom fields.</summary>
    public string Insert { get; }

    /// <summary>Rewrites a row; parameters: hash, columns, custom fields, number.</summary>
    public string Update { get; }

    /// <summary>All rows in the order in which they first came: columns, custom fields.</summary>
    public string Select { get; }

    /// <summary>A column's name in the database, with its unit.</summary>
    public static string NameOf(Column column) => column switch
    {
        MoneyColumn => column.Name + "_ten_thousandths",
        DateColumn => column.Name + "_day_number",
        _ => column.Name,
    };

    /// <summary>What stands for an unknown part of a key, which must compare equal to itself.</summary>
    private static string KeyTerm(Column column) => column switch
    {
        { IsRequired: true } => NameOf(column),
        DateColumn => $"ifnull({NameOf(column)}, -1)",
        _ => $"ifnull({NameOf(column)}, '')",
    };
}
