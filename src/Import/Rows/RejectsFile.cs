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
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Where it is; null while there is no row.</summary>
    public string? Path => writer is null ? null : path;

    /// <summary>Whether rejects would stand among the files of a path that is imported, and could take the place of one.</summary>
    public static bool IsOver(string where, string source)
    {
        string rejects = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(where));
        string imported = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(source));
        return rejects == imported || (rejects.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && System.IO.Path.GetDirectoryName(rejects) == imported);
    }

    /// <summary>The path of the rejects of a file.</summary>
    /// <param name="where">A folder, or a file name that ends in <c>.csv</c>.</param>
    /// <param name="file">The file or table whose rows they are.</param>
    /// <param name="isOnly">Whether a file name is for this file alone; else the file's own name is put into it.</param>
    public static string PathOf(string where, string file, bool isOnly)
    {
        string name = System.IO.Path.GetFileName(file).Replace('#', '-');
        name = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        string stem = System.IO.Path.GetFileNameWithoutExtension(name);
        return !where.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? System.IO.Path.Combine(where, $"{stem}.rejects.csv")
            : isOnly ? where
            : $"{where[..^4]}.{stem}.csv";
    }

    /// <summary>Adds a row with the reasons in words.</summary>
    public void Add(FileRow row, string why)
    {
        if (writer is null)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
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
