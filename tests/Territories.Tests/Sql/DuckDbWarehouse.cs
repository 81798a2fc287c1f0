using System.Globalization;
using DuckDB.NET.Data;

namespace Bailiwick.Territories.Tests.Sql;

/// <summary>DuckDB within this process.</summary>
internal sealed class DuckDbWarehouse : IWarehouse
{
    public IEnumerable<string[]> Ask(string script, IEnumerable<string> queries)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        Run(connection, $"SET threads = 1;\n{script}");
        var rows = new List<string[]>();
        foreach (string query in queries)
        {
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = query;
            using DuckDBDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => reader.IsDBNull(field) ? "" : Convert.ToString(reader.GetValue(field), CultureInfo.InvariantCulture)!)]);
            }
        }

        return rows;
    }

    private static void Run(DuckDBConnection connection, string script)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }
}
