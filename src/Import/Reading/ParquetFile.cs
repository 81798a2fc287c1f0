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
        using DuckDBConnection connection = DuckDb.Open(":memory:");
        long row = 0;
        foreach (string?[] cells in DuckDb.Rows(connection, select))
        {
            yield return new FileRow(++row, [.. cells.Select(cell => cell ?? "")]);
        }
    }

    private (IReadOnlyList<string> Header, string Select) Describe()
    {
        string source = $"read_parquet('{path.Replace("'", "''", StringComparison.Ordinal)}')";
        try
        {
            using DuckDBConnection connection = DuckDb.Open(":memory:");
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = $"DESCRIBE SELECT * FROM {source}";
            using DuckDBDataReader reader = command.ExecuteReader();
            var columns = new List<(string Name, bool IsList)>();
            while (reader.Read())
            {
                columns.Add((reader.GetString(0), reader.GetString(1).EndsWith("[]", StringComparison.Ordinal)));
            }

            IEnumerable<string> texts = columns.Select(column => (Quoted: DuckDb.Quoted(column.Name), column.IsList))
                .Select(column => column.IsList ? $"array_to_string({column.Quoted}, ';')" : $"{column.Quoted}::VARCHAR");
            return ([.. columns.Select(column => column.Name)], $"SELECT {string.Join(", ", texts)} FROM {source}");
        }
        catch (DuckDBException damaged)
        {
            throw new InvalidDataException(SourceMessage.FirstLine(damaged.Message), damaged);
        }
    }
}
