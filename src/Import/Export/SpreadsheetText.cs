using System.Buffers;
using System.Globalization;

namespace Bailiwick.Import.Export;

/// <summary>Text that a spreadsheet shows and never runs.</summary>
/// <remarks>
/// OWASP, "CSV Injection": a cell that begins with <c>= + - @</c>, a tab, a carriage return or a line feed, or the full-width forms of
/// the signs, can be run as a formula when the file is opened. Such text gets an apostrophe in front. Text that is nothing but a number
/// runs nothing and stays as it is. Reading takes the apostrophe off again, so that what is exported and imported is unchanged:
/// <c>Restore(Neutralise(text)) == text</c> for every text. A file of a person's own loses at most an apostrophe before such a sign.
/// </remarks>
public static class SpreadsheetText
{
    private const char Guard = '\'';

    private static readonly SearchValues<char> Triggers = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>The text with an apostrophe in front where it could be run; else the same.</summary>
    public static string Neutralise(string text) => CouldRun(text, guards: 0) && !IsNumber(text) ? Guard + text : text;

    /// <summary>Undoes <see cref="Neutralise"/>.</summary>
    public static string Restore(string text) => text.Length > 0 && text[0] == Guard && CouldRun(text, guards: 1) && !IsNumber(text[1..]) ? text[1..] : text;

    // Text that has guards already counts too: else "'=1" written as it is would be read back as "=1".
    private static bool CouldRun(string text, int guards)
    {
        int at = 0;
        while (at < text.Length && text[at] == Guard)
        {
            at++;
        }

        return at >= guards && at < text.Length && Triggers.Contains(text[at]);
    }

    private static bool IsNumber(string text) =>
        text.Length > 1 && text[0] is '-' or '+' && text.AsSpan(1).IndexOfAnyExcept(Digits) < 0
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
}
