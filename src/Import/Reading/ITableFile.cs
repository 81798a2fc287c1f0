using Bailiwick.Measures;

namespace Bailiwick.Import.Reading;

/// <summary>A file, or one sheet of it, as a header and rows of text.</summary>
internal interface ITableFile
{
    /// <summary>The file as the person named it; a sheet after a <c>#</c>.</summary>
    string Name { get; }

    /// <summary>Kind of file and how it is written, for the report.</summary>
    string Format { get; }

    /// <summary>Whether cells are separated by something that points to a decimal comma (a semicolon).</summary>
    bool HintsDecimalComma => false;

    /// <summary>The column names, as written but trimmed.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>The rows, streamed, each call anew. A row that cannot be read has a problem instead of cells.</summary>
    IEnumerable<FileRow> Rows();
}

/// <summary>One row of a file.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Cells">Its cells as written; may be fewer or more than the header's.</param>
/// <param name="Problem">Why it could not be read; null when it could.</param>
/// <param name="File">The file that it came from, when that is another than the table file's own name.</param>
internal readonly record struct FileRow(long Line, IReadOnlyList<string> Cells, Problem? Problem = null, string? File = null);
