using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Export;

/// <summary>The front: writes a file whole or not at all.</summary>
/// <remarks>The file is written beside its place and moved there when it is complete, so that a reader never sees half of it.</remarks>
public static class ExportFile
{
    // So many batches are one piece of work, and one row group of Parquet.
    private const int BatchesAtOnce = 16;

    /// <summary>Writes a sheet; a file that is there is replaced.</summary>
    /// <returns>Why nothing was written; empty when it was.</returns>
    public static IReadOnlyList<Problem> Write(Sheet sheet, ExportFormat format, string path, ExportOptions? options = null) =>
        Write(path, output => Write(sheet, format, output, options));

    /// <summary>Writes a sheet as a map: GeoJSON polygons, made of the areas of a boundary set.</summary>
    /// <param name="sheet">One feature a row.</param>
    /// <param name="set">The areas.</param>
    /// <param name="rowOf">Per area the row it belongs to; −1 for none. Areas of one row are dissolved into one shape.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <returns>Why nothing was written; empty when it was.</returns>
    public static IReadOnlyList<Problem> WriteMap(Sheet sheet, BoundarySet set, IReadOnlyList<int> rowOf, string path) =>
        Write(path, output => GeoJsonMap.Write(sheet, set, rowOf, output));

    /// <summary>Writes a file whose content comes from elsewhere (a map); a file that is there is replaced.</summary>
    /// <returns>Why nothing was written; empty when it was.</returns>
    public static IReadOnlyList<Problem> Write(string path, Action<Stream> content)
    {
        string full = Path.GetFullPath(path);
        string part = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.part");
        try
        {
            using (var output = new FileStream(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16))
            {
                content(output);
                output.Flush(flushToDisk: true);
            }

            File.Move(part, full, overwrite: true);
            return [];
        }
        catch (SheetTooLongException)
        {
            return [ExportProblems.TooLongForExcel(path)];
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return [ExportProblems.CannotWrite(path, trouble.Message)];
        }
        finally
        {
            Remove(part);
        }
    }

    /// <summary>Writes columns of text that come in batches: as Parquet where the file's name ends so, else as CSV. Batches are made on all processors.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="columns">Their names. The first column is a key, of the others values come again and again.</param>
    /// <param name="batches">What the rows are made of; asked for on the caller's thread.</param>
    /// <param name="rowsOf">Makes the rows of a batch: the columns, equally long; on any thread.</param>
    /// <returns>Why nothing was written; empty when it was.</returns>
    public static IReadOnlyList<Problem> WriteColumns<T>(string path, IReadOnlyList<string> columns, IEnumerable<T> batches, Func<T, IReadOnlyList<TextValues>> rowsOf) => Write(path, output =>
    {
        using IColumnWriter writer = path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? new ParquetColumns(output, columns) : new CsvColumns(output, columns);
        foreach (object encoded in InOrder.Select(batches.Chunk(BatchesAtOnce), some => writer.Encode([.. some.Select(rowsOf)])))
        {
            writer.Write(encoded);
        }
    });

    /// <summary>Writes a sheet into a stream, which stays open: for a download.</summary>
    public static void Write(Sheet sheet, ExportFormat format, Stream output, ExportOptions? options = null)
    {
        switch (format)
        {
            case ExportFormat.Csv: CsvSheet.Write(sheet, output, options ?? ExportOptions.Default); break;
            case ExportFormat.Xlsx: ExcelSheet.Write(sheet, output); break;
            case ExportFormat.GeoJson: GeoJsonSheet.Write(sheet, output); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "not a format of the house");
        }
    }

    private static void Remove(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // What could not be written cannot always be removed either; the problem was told already.
        }
    }
}
