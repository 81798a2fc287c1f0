using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;

namespace Bailiwick.Import.Reading;

/// <summary>A sheet of an Excel workbook. The first row that has a value is the header.</summary>
internal sealed class ExcelSheet : ITableFile
{
    /// <summary>A workbook that unpacks to more bytes is refused, whatever it says.</summary>
    public const long MostUnpacked = 4L << 30;

    private readonly string path;
    private readonly string sheet;
    private readonly long headerLine;

    private ExcelSheet(string path, string name, string sheet)
    {
        this.path = path;
        this.sheet = sheet;
        Name = name;
        (headerLine, string[] header) = Lines().FirstOrDefault(line => line.Cells.Any(cell => cell.Length > 0));
        Header = [.. (header ?? []).Select(cell => cell.Trim())];
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public string Format => "Excel";

    /// <inheritdoc />
    public IReadOnlyList<string> Header { get; }

    /// <summary>The sheets that have a header; one sheet carries the file's name alone.</summary>
    /// <exception cref="InvalidDataException">The workbook is damaged or unpacks to more than allowed.</exception>
    public static IReadOnlyList<ITableFile> Sheets(string path, string name, long? mostBytes)
    {
        using (ZipArchive archive = ZipFile.OpenRead(path))
        {
            if (archive.Entries.Sum(entry => entry.Length) > (mostBytes ?? MostUnpacked))
            {
                throw new InvalidDataException("larger than allowed");
            }
        }

        List<string> sheets = Trusting(() => MiniExcel.GetSheetNames(path));
        return [.. sheets.Select(sheet => new ExcelSheet(path, sheets.Count == 1 ? name : $"{name}#{sheet}", sheet)).Where(sheet => sheet.Header.Count > 0)];
    }

    /// <inheritdoc />
    public IEnumerable<FileRow> Rows() => Guarded.Rows(Name, Lines()
        .Where(line => line.Line > headerLine && line.Cells.Any(cell => cell.Length > 0))
        .Select(line => new FileRow(line.Line, line.Cells)));

    private IEnumerable<(long Line, string[] Cells)> Lines()
    {
        using IEnumerator<object> rows = Trusting(() => MiniExcel.Query(path, useHeaderRow: false, sheet, ExcelType.XLSX).GetEnumerator());
        for (long line = 1; Trusting(rows.MoveNext); line++)
        {
            yield return (line, [.. ((IDictionary<string, object?>)rows.Current).Values.Select(Text)]);
        }
    }

    /// <summary>Calls the reader of workbooks, which trusts what it reads: what it stumbles over is damage of the file.</summary>
    private static T Trusting<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception stumble) when (stumble
            is InvalidOperationException or KeyNotFoundException or NullReferenceException or FormatException or IndexOutOfRangeException
            or ArgumentException or OverflowException or NotSupportedException or NotImplementedException or InvalidCastException)
        {
            throw new InvalidDataException(stumble.Message, stumble);
        }
    }

    /// <summary>A cell as it would stand in a text file: dates in ISO, numbers without an exponent.</summary>
    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime date when date.TimeOfDay == TimeSpan.Zero => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
