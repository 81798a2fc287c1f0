using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Storage.Sqlite;

namespace Bailiwick.Storage.Markets;

/// <summary>Rows that name something that is not there.</summary>
internal static class References
{
    private const int Examples = 5;

    /// <summary>One doubt per column that refers, against the whole market as it stands in this transaction.</summary>
    public static IEnumerable<Problem> Doubts(Session session)
    {
        foreach (StoredTable table in StoredTable.All)
        {
            foreach (Column column in table.Table.Columns.Where(column => column.Refers is not null))
            {
                if (Unknown(session, table, column) is { Rows: > 0 } found)
                {
                    yield return Problems.UnknownReference(table.Table.Name, column.Name, column.Refers!, found);
                }
            }
        }
    }

    private static (long Rows, long Keys, string Examples) Unknown(Session session, StoredTable table, Column column)
    {
        string name = StoredTable.NameOf(column);
        using Statement read = session.Prepare($"""
            SELECT {name}, count(*) FROM {table.Name} AS referring
            WHERE {name} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM market_{column.Refers} AS target WHERE target.id = referring.{name})
            GROUP BY 1 ORDER BY 2 DESC, 1
            """);
        long rows = 0, keys = 0;
        var examples = new List<string>();
        while (read.Step())
        {
            keys++;
            rows += read.Integer(1);
            if (examples.Count < Examples)
            {
                examples.Add(read.Text(0));
            }
        }

        return (rows, keys, string.Join(", ", examples) + (keys > Examples ? ", …" : ""));
    }
}
