using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Bailiwick.Import.Reading;
using DuckDB.NET.Data;

namespace Bailiwick.Import.Mappings;

/// <summary>The sources of a mapping as tables of text in a database of its own that reaches nothing else: no file, no network, no setting.</summary>
internal sealed partial class SourceDatabase : IDisposable
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bailiwick-mapping-");
    private readonly DuckDBConnection connection;
    private readonly HashSet<string> loaded = new(StringComparer.OrdinalIgnoreCase);

    public SourceDatabase()
    {
        connection = DuckDb.Open(Path.Combine(folder.FullName, "sources.duckdb"));
        DuckDb.Run(connection, "SET enable_external_access = false");
        DuckDb.Run(connection, "SET lock_configuration = true");
        RegisterFunctions();
    }

    /// <summary>Loads a source, once: its columns as text, and <c>_file</c> and <c>_line</c>. Rows that cannot be read go to <paramref name="reject"/>.</summary>
    public void Load(string name, ITableFile file, Action<FileRow> reject)
    {
        if (!loaded.Add(name))
        {
            return;
        }

        DuckDb.Run(connection, $"CREATE TABLE {DuckDb.Quoted(name)} ({string.Join(", ", Distinct(file.Header).Select(column => $"{DuckDb.Quoted(column)} VARCHAR"))}, _file VARCHAR, _line BIGINT)");
        using DuckDBAppender appender = connection.CreateAppender(name);
        foreach (FileRow row in file.Rows())
        {
            if (row.Problem is not null)
            {
                reject(row);
                continue;
            }

            IDuckDBAppenderRow appended = appender.CreateRow();
            for (int at = 0; at < file.Header.Count; at++)
            {
                string? cell = at < row.Cells.Count && row.Cells[at].Length > 0 ? row.Cells[at] : null;
                appended.AppendValue(cell);
            }

            appended.AppendValue(file.Name);
            appended.AppendValue(row.Line);
            appended.EndRow();
        }
    }

    /// <summary>Runs a select and keeps its rows, as text, under a name: what can go wrong in it goes wrong here, before the first row is imported.</summary>
    /// <returns>Its columns, or what is wrong and on which of its lines.</returns>
    public (IReadOnlyList<string> Columns, long Line, string? Error) Keep(string name, string select)
    {
        try
        {
            // As a table in a select nothing but a select can stand.
            DuckDb.Run(connection, $"CREATE TABLE {DuckDb.Quoted(name)} AS SELECT COLUMNS(*)::VARCHAR FROM (\n{select}\n)");
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {DuckDb.Quoted(name)} LIMIT 0";
            using DuckDBDataReader reader = command.ExecuteReader();
            return ([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], 0, null);
        }
        catch (DuckDBException wrong)
        {
            return ([], LineOf(wrong.Message), SourceMessage.FirstLine(wrong.Message));
        }
    }

    /// <summary>The rows that were kept under a name, streamed; null is unknown.</summary>
    public IEnumerable<string?[]> Rows(string name)
    {
        // A connection streams one result at a time, and a reader of accounts may ask for products in between.
        using var own = new DuckDBConnection(connection.ConnectionString);
        own.Open();
        foreach (string?[] cells in DuckDb.Rows(own, $"SELECT * FROM {DuckDb.Quoted(name)}"))
        {
            yield return cells;
        }
    }

    /// <summary>The line of a select that an error message names; 1 when it names none.</summary>
    public static long LineOf(string message) =>
        LineMark().Match(message) is { Success: true } mark ? Math.Max(1, long.Parse(mark.Groups["line"].Value, CultureInfo.InvariantCulture) - 1) : 1;

    /// <inheritdoc />
    public void Dispose()
    {
        connection.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>Names that a table can have: a second column of the same name, in any case, gets a number, and one without a name its position.</summary>
    private static IEnumerable<string> Distinct(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(["_file", "_line"], StringComparer.OrdinalIgnoreCase);
        int position = 0;
        foreach (string name in names)
        {
            position++;
            string wanted = name.Length == 0 ? $"column_{position}" : name;
            string given = wanted;
            for (int number = 2; !taken.Add(given); number++)
            {
                given = $"{wanted}_{number}";
            }

            yield return given;
        }
    }

    [GeneratedRegex(@"LINE (?<line>\d+):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineMark();

#pragma warning disable DuckDBNET001 // The way to register a function is marked experimental; a test holds it.
    private void RegisterFunctions()
    {
        Register("geography_longitude", text => Coordinate(text, 14));
        Register("geography_latitude", text => Coordinate(text, 6));
    }

    private void Register(string name, Func<string, string> function) => connection.RegisterScalarFunction<string, string>(name, (readers, writer, count) =>
    {
        for (ulong row = 0; row < count; row++)
        {
            writer.WriteValue(readers[0].IsValid(row) ? function(readers[0].GetValue<string>(row)) : "", row);
        }
    });
#pragma warning restore DuckDBNET001

    /// <summary>A coordinate of a point in SQL Server's geography format as hex: reference system, version and flags (6 bytes), latitude, longitude (8 bytes each, little endian).</summary>
    private static string Coordinate(string hex, int offset)
    {
        ReadOnlySpan<char> digits = hex.AsSpan(hex.StartsWith("\\x", StringComparison.OrdinalIgnoreCase) || hex.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? 2 : 0);
        if (digits.Length < 44 || digits.ContainsAnyExcept(HexDigits))
        {
            return "";
        }

        byte[] bytes = Convert.FromHexString(digits[..44]);
        return BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(offset)).ToString("R", CultureInfo.InvariantCulture);
    }
}
