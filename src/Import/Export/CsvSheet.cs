using System.Buffers;
using System.Text;
using Bailiwick.Market;

namespace Bailiwick.Import.Export;

/// <summary>Writes a sheet as CSV: RFC 4180, a header, commas, CR LF.</summary>
internal static class CsvSheet
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t");

    public static void Write(Sheet sheet, Stream output, ExportOptions options)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(options.ByteOrderMark), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        Line(writer, sheet.Columns.Select(column => (object?)column), options);
        foreach (SheetRow row in sheet.Rows)
        {
            Line(writer, row.Cells, options);
        }
    }

    private static void Line(StreamWriter writer, IEnumerable<object?> cells, ExportOptions options)
    {
        bool first = true;
        foreach (object? cell in cells)
        {
            if (!first)
            {
                writer.Write(',');
            }

            first = false;
            writer.Write(Quote(cell is string text && options.IsForSpreadsheets ? SpreadsheetText.Neutralise(text) : CellText.Of(cell)));
        }

        writer.WriteLine();
    }

    /// <summary>A text as a cell for spreadsheets.</summary>
    public static string Cell(string text) => Quote(SpreadsheetText.Neutralise(text));

    private static string Quote(string text)
    {
        bool isBlankEdged = text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));
        return isBlankEdged || text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
