using Bailiwick.Market;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Bailiwick.Import.Export;

/// <summary>Writes a sheet as an Excel workbook: text as text (leading zeros stay), numbers as numbers, days as ISO text.</summary>
internal static class ExcelSheet
{
    /// <summary>Rows that an Excel sheet takes below its header.</summary>
    public const int MostRows = 1_048_575;

    /// <exception cref="SheetTooLongException">More rows than Excel takes.</exception>
    public static void Write(Sheet sheet, Stream output) => MiniExcel.SaveAs(
        output,
        Rows(sheet),
        sheetName: sheet.Name,
        configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None, AutoFilter = false, FastMode = true });

    private static IEnumerable<Dictionary<string, object?>> Rows(Sheet sheet)
    {
        int count = 0;
        foreach (SheetRow row in sheet.Rows)
        {
            if (++count > MostRows)
            {
                throw new SheetTooLongException();
            }

            yield return sheet.Columns.Zip(row.Cells).ToDictionary(cell => cell.First, cell => Value(cell.Second), StringComparer.Ordinal);
        }
    }

    private static object? Value(object? cell) => cell switch
    {
        string text => SpreadsheetText.Neutralise(text),
        DateOnly day => CellText.Of(day),
        _ => cell,
    };
}

/// <summary>More rows than an Excel sheet takes.</summary>
internal sealed class SheetTooLongException : Exception;
