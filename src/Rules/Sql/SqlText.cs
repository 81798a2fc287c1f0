using System.Globalization;
using System.Text;

namespace Bailiwick.Rules.Sql;

/// <summary>Values and conditions as SQL that PostgreSQL and DuckDB read alike.</summary>
public static class SqlText
{
    private const int WhensTogether = 64;

    /// <summary>A text.</summary>
    public static string Quote(string text) => $"'{Storable(text).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A name of a column or table.</summary>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A comment that stays on its line and ends where it ends.</summary>
    public static string Comment(string text) => $"/* {string.Concat(text.Where(each => !char.IsControl(each))).Replace("*/", "* /", StringComparison.Ordinal).Replace("/*", "/ *", StringComparison.Ordinal)} */";

    /// <summary>The first branch whose condition holds.</summary>
    /// <remarks>Many branches stand in groups: the plans of databases grow faster than one long chain.</remarks>
    /// <param name="whens">Condition and result, in their order; a result is never null.</param>
    /// <param name="other">The result when none holds.</param>
    public static string Case(IReadOnlyList<(string When, string Then)> whens, string other)
    {
        if (whens.Count == 0)
        {
            return other;
        }

        string[] groups = [.. whens.Chunk(WhensTogether).Select(group => $"CASE{string.Concat(group.Select(each => $"\n  WHEN {each.When} THEN {each.Then}"))}")];
        return groups.Length == 1 ? $"{groups[0]}\n  ELSE {other}\nEND" : $"COALESCE({string.Concat(groups.Select(group => $"{group} END,\n"))}{other})";
    }

    /// <summary>The text without what no database text can hold: NUL and half a surrogate pair become U+FFFD.</summary>
    public static string Storable(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\0', StringComparison.Ordinal)
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD')
        : text;

    /// <summary>One of several values, so that it can be found among them whatever stands in it.</summary>
    internal static string Barred(string value) => $"|{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("|", @"\p", StringComparison.Ordinal)}|";

    /// <summary>Several values; null for none.</summary>
    internal static string? Barred(IEnumerable<string> values)
    {
        string all = string.Concat(values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(value => Barred(value)[1..]));
        return all.Length == 0 ? null : "|" + all;
    }

    // DuckDB takes long digits without a point for a type of its own, which it compares in floating point.
    internal static string Number(decimal number)
    {
        string digits = number.ToString("0.##########", CultureInfo.InvariantCulture);
        return digits.Length > 15 && !digits.Contains('.', StringComparison.Ordinal) ? digits + ".0" : digits;
    }

    internal static string Day(decimal number) => $"DATE '{DateOnly.FromDayNumber((int)number):yyyy-MM-dd}'";
}
