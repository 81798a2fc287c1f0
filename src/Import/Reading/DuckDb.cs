using DuckDB.NET.Data;

namespace Bailiwick.Import.Reading;

/// <summary>DuckDB as this door uses it: it fetches nothing, and its memory has a limit.</summary>
internal static class DuckDb
{
    /// <summary>An opened connection.</summary>
    /// <param name="source">The database's file; <c>:memory:</c> for none.</param>
    public static DuckDBConnection Open(string source)
    {
        var connection = new DuckDBConnection($"Data Source={source}");
        connection.Open();
        Run(connection, "SET autoinstall_known_extensions = false");
        Run(connection, "SET autoload_known_extensions = false");
        Run(connection, "SET memory_limit = '1GB'");
        return connection;
    }

    /// <summary>Runs a statement that answers nothing.</summary>
    public static void Run(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query, streamed, all columns text; null is unknown.</summary>
    public static IEnumerable<string?[]> Rows(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            var cells = new string?[reader.FieldCount];
            for (int at = 0; at < cells.Length; at++)
            {
                cells[at] = reader.IsDBNull(at) ? null : reader.GetString(at);
            }

            yield return cells;
        }
    }

    /// <summary>A name of a table or column within a statement.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
