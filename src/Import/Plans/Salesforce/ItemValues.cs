using System.Globalization;
using System.Text;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>The values of a rule item: one text, with commas between several.</summary>
internal static class ItemValues
{
    /// <summary>The values, trimmed; a blank one asks for blank. A value in double quotes may hold commas.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        bool isQuoted = false;
        for (int at = 0; at < text.Length; at++)
        {
            char each = text[at];
            if (each == '"' && (isQuoted || value.ToString().AsSpan().IsWhiteSpace()))
            {
                if (isQuoted && at + 1 < text.Length && text[at + 1] == '"')
                {
                    value.Append(text[++at]);
                    continue;
                }

                isQuoted = !isQuoted;
            }
            else if (each == ',' && !isQuoted)
            {
                values.Add(value.ToString().Trim());
                value.Clear();
            }
            else
            {
                value.Append(each);
            }
        }

        values.Add(value.ToString().Trim());
        return values;
    }

    /// <summary>Values as one text.</summary>
    public static string Join(IEnumerable<string> values) => string.Join(',', values.Select(Quote));

    /// <summary>A value as it stands among others.</summary>
    public static string Quote(string value) =>
        value.AsSpan().IndexOfAny(',', '"') >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    /// <summary>A number, perhaps with commas between thousands; null when it is none.</summary>
    public static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
