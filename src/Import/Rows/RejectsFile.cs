using System.Text;
using Bailiwick.Import.Layouts;
using Bailiwick.Import.Reading;

namespace Bailiwick.Import.Rows;

/// <summary>The rejected rows of one file: the same columns and a <c>problem</c> column, as CSV in UTF-8, to be mended and imported again.</summary>
/// <remarks>The file appears with the first rejected row; one of an earlier import under the same name is removed first.</remarks>
internal sealed class RejectsFile : IDisposable
{
    private readonly string path;
    private readonly IReadOnlyList<string> header;
    private StreamWriter? writer;

    public RejectsFile(string path, IReadOnlyList<string> header)
    {
        this.path = path;
        this.header = [.. header.Where(column => Folded.Name(column) != Recognition.ProblemColumn)];
        File.Delete(path);
    }

    /// <summary>Where it is; null while there is no row.</summary>
    public string? Path => writer is null ? null : path;

    /// <summary>Adds a row with the reasons in words.</summary>
    public void Add(FileRow row, string why)
    {
        if (writer is null)
        {
            // The mark makes spreadsheets read it as UTF-8.
            writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Write(header, Recognition.ProblemColumn);
        }

        Write(Enumerable.Range(0, header.Count).Select(at => at < row.Cells.Count ? row.Cells[at] : "").Concat(row.Cells.Skip(header.Count).Where(cell => cell.Length > 0)), why);
    }

    /// <inheritdoc />
    public void Dispose() => writer?.Dispose();

    private void Write(IEnumerable<string> cells, string last)
    {
        foreach (string cell in cells)
        {
            writer!.Write(Quoted(cell));
            writer.Write(',');
        }

        writer!.Write(Quoted(last));
        writer.Write('\n');
    }

    // Cells go back as they came: this file is read by the import, so a cell that looks like a formula is not changed.
    private static string Quoted(string cell) => cell.AsSpan().ContainsAny("\",\r\n") || cell.AsSpan().Trim().Length != cell.Length
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
