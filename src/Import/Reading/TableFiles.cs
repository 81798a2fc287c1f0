using System.Text;
using Bailiwick.Measures;

namespace Bailiwick.Import.Reading;

/// <summary>Finds and opens table files.</summary>
internal static class TableFiles
{
    private static readonly string[] Endings = [".csv", ".tsv", ".tab", ".txt", ".xlsx", ".parquet"];

    /// <summary>Opens every file named, and of each folder named every file that looks like a table, in order of name.</summary>
    public static IReadOnlyList<(ITableFile File, bool IsNamed)> Open(IReadOnlyList<string> paths, ImportOptions options, ProblemList problems)
    {
        if (Told(options, problems) is not { } told)
        {
            return [];
        }

        var opened = new List<(ITableFile, bool)>();
        foreach (string path in paths)
        {
            if (!Directory.Exists(path))
            {
                // A workbook may hold other sheets beside its tables.
                IReadOnlyList<ITableFile> sheets = Open(path, path, options, told, problems);
                opened.AddRange(sheets.Select(file => (file, sheets.Count == 1)));
                continue;
            }

            string[] tables = [.. Directory.EnumerateFiles(path).Where(IsTable).Order(StringComparer.Ordinal)];
            foreach (string found in tables)
            {
                opened.AddRange(Open(found, Path.GetFileName(found), options, told, problems).Select(file => (file, false)));
            }
        }

        return opened;
    }

    /// <summary>Opens a file by what it is: each sheet of a workbook is one table. What cannot be opened is a problem.</summary>
    public static IReadOnlyList<ITableFile> Open(string path, string name, ImportOptions options, TextDialect told, ProblemList problems)
    {
        if (!File.Exists(path))
        {
            problems.Add(Problems.NoFile(name));
            return [];
        }

        try
        {
            return OpenByKind(path, name, options, told, problems);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or System.Xml.XmlException)
        {
            problems.Add(Problems.Damaged(name, SourceMessage.FirstLine(damaged.Message)));
        }
        catch (Exception unreadable) when (unreadable is UnauthorizedAccessException or IOException)
        {
            problems.Add(Problems.NotReadable(name, unreadable.Message));
        }

        return [];
    }

    private static IReadOnlyList<ITableFile> OpenByKind(string path, string name, ImportOptions options, TextDialect told, ProblemList problems)
    {
        (FileKind kind, bool isPacked) = FileKinds.Of(path);
        if (kind == FileKind.Excel)
        {
            return ExcelSheet.Sheets(path, name, options.MostBytes);
        }

        if (kind == FileKind.Parquet)
        {
            return [new ParquetFile(path, name)];
        }

        if (kind != FileKind.Text)
        {
            problems.Add(Problems.NotATable(name, kind));
            return [];
        }

        var file = new DelimitedFile(path, name, isPacked, options.MostBytes, told);
        if (file.IsGuess)
        {
            problems.Add(Problems.GuessedEncoding(name, file.EncodingName));
        }

        return [file];
    }

    private static TextDialect? Told(ImportOptions options, ProblemList problems)
    {
        Encoding? encoding = options.Encoding is { } name ? Encodings.Named(name) : null;
        if (options.Encoding is { } given && encoding is null)
        {
            problems.Add(Problems.NoSuchEncoding(given));
            return null;
        }

        return TextDialect.Unknown with { Encoding = encoding };
    }

    private static bool IsTable(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
