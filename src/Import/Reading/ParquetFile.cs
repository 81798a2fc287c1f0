using DuckDB.NET.Data;

namespace Bailiwick.Import.Reading;

/// <summary>A Parquet file, read as text; a list of values becomes one cell with semicolons.</summary>
internal sealed class ParquetFile : ITableFile
{
    private readonly string path;
    private readonly string select;

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public ParquetFile(string path, string name)
    {
        this.path = path;
        Name = name;
        (Header, select) = Describe();
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public string Format => "Parquet";

    /// <inheritdoc />
    public IReadOnlyList<string> Header { get; }

    /// <inheritdoc />
    public IEnumerable<FileRow> Rows() => Guarded.Rows(Name, Read());

    private IEnumerable<FileRow> Read()
    {
        using DuckDBConnection connection = Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = select;
        command.UseStreamingMode = true;
        using DuckDBDataReader reader = command.ExecuteReader();
        for (long row = 1; reader.Read(); row++)
        {
            var cells = new string[reader.FieldCount];
            for (int at = 0; at < cells.Length; at++)
            {
                cells[at] = reader.IsDBNull(at) ? "" : reader.GetString(at);
            }

            yield return new FileRow(row, cells);
        }
    }

    private (IReadOnlyList<string> Header, string Select) Describe()
    {
        string source = $"read_parquet('{path.Replace("'", "''", StringComparison.Ordinal)}')";
        try
        {
            using DuckDBConnection connection = Open();
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = $"DESCRIBE SELECT * FROM {source}";
            using DuckDBDataReader reader = command.ExecuteReader();
            var columns = new List<(string Name, bool IsList)>();
            while (reader.Read())
            {
                columns.Add((reader.GetString(0), reader.GetString(1).EndsWith("[]", StringComparison.Ordinal)));
            }

            IEnumerable<string> texts = columns.Select(column => (Quoted: $"\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", column.IsList))
                .Select(column => column.IsList ? $"array_to_string({column.Quoted}, ';')" : $"{column.Quoted}::VARCHAR");
            return ([.. columns.Select(column => column.Name)], $"SELECT {string.Join(", ", texts)} FROM {source}");
        }
        catch (DuckDBException damaged)
        {
            throw new InvalidDataException(SourceMessage.FirstLine(damaged.Message), damaged);
        }
    }

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = "SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; SET memory_limit = '1GB'; SET preserve_insertion_order = true";
        command.ExecuteNonQuery();
        return connection;
    }
}
