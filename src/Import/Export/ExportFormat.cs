using System.Globalization;

namespace Bailiwick.Import.Export;

/// <summary>How an exported file is written.</summary>
public enum ExportFormat
{
    /// <summary>RFC 4180, comma, UTF-8.</summary>
    Csv,

    /// <summary>Excel workbook with one sheet.</summary>
    Xlsx,

    /// <summary>RFC 7946 feature collection, WGS 84.</summary>
    GeoJson,
}

/// <summary>What a person may choose.</summary>
public sealed record ExportOptions
{
    /// <summary>As a spreadsheet and an import expect it.</summary>
    public static ExportOptions Default { get; } = new();

    /// <summary>Whether a CSV file begins with a byte order mark, by which Excel knows UTF-8. True by default; imports read both.</summary>
    public bool ByteOrderMark { get; init; } = true;

    /// <summary>Whether text of a CSV file that a spreadsheet could run as a formula gets an apostrophe in front. True by default; programs want it as it is.</summary>
    public bool IsForSpreadsheets { get; init; } = true;
}

/// <summary>Values as files hold them: independent of culture, and exactly what an import reads back.</summary>
internal static class CellText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"a {value.GetType().Name} has no place in a file"),
    };
}
