using System.Globalization;
using DuckDB.NET.Data;

namespace Bailiwick.Import.Reading;

/// <summary>A Parquet file, read as text; a list of values becomes one cell with semicolons.</summary>
internal sealed class ParquetFile : ITableFile
{
    private readonly string select;

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public ParquetFile(string path, string name)
    {
        Path = path;
        Name = name;
        (Header, select) = Describe();

    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public string Format => "Parquet";

    /// <inheritdoc />
    public IReadOnlyList<string> Header { get; }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <inheritdoc />
    public IEnumerable<FileRow> Rows() => Rows(0, long.MaxValue);

    /// <summary>Some rows, streamed.</summary>
    /// <param name="from">The first, from 0.</param>
    /// <param name="count">At most so many.</param>
    public IEnumerable<FileRow> Rows(long from, long count) => Guarded.Rows(Name, Read(from, count));

    private IEnumerable<FileRow> Read(long from, long count)
    {
        using DuckDBConnection connection = DuckDb.Open(":memory:");
        long row = from;
        string some = count == long.MaxValue ? select : string.Create(CultureInfo.InvariantCulture, $"{select} WHERE file_row_number >= {from} AND file_row_number < {from + count}");
        foreach (string?[] cells in DuckDb.Rows(connection, some))
        {
            yield return new FileRow(++row, [.. cells.Select(cell => cell ?? "")]);
        }
    }

    private (IReadOnlyList<string> Header, string Select) Describe()
    {
        string literal = $"'{Path.Replace("'", "''", StringComparison.Ordinal)}'";
        try
        {
            using DuckDBConnection connection = DuckDb.Open(":memory:");
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = $"DESCRIBE SELECT * FROM read_parquet({literal})";
            using DuckDBDataReader reader = command.ExecuteReader();
            var columns = new List<(string Name, bool IsList)>();
            while (reader.Read())
            {
                columns.Add((reader.GetString(0), reader.GetString(1).EndsWith("[]", StringComparison.Ordinal)));
            }

            IEnumerable<string> texts = columns.Select(column => (Quoted: DuckDb.Quoted(column.Name), column.IsList))
                .Select(column => column.IsList ? $"array_to_string({column.Quoted}, ';')" : $"{column.Quoted}::VARCHAR");
            return ([.. columns.Select(column => column.Name)], $"SELECT {string.Join(", ", texts)} FROM read_parquet({literal}, file_row_number = true)");
        }
        catch (DuckDBException damaged)
        {
            throw new InvalidDataException(SourceMessage.FirstLine(damaged.Message), damaged);
        }
    }
}
