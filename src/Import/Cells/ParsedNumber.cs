using System.Globalization;
using System.Text;
using Bailiwick.Measures;

namespace Bailiwick.Import.Cells;

/// <summary>How thousands and decimals are written.</summary>
internal enum NumberHabit
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>1,234.50.</summary>
    DecimalPoint,

    /// <summary>1.234,50.</summary>
    DecimalComma,

    /// <summary>The column has both.</summary>
    Mixed,
}

/// <summary>A number's parts.</summary>
/// <param name="Digits">Digits, commas and points.</param>
/// <param name="IsNegative">Whether a minus or parentheses stood around.</param>
/// <param name="Factor">What the number is to be multiplied with: a hundredth for percent, ten thousand for 萬.</param>
/// <param name="Currency">ISO 4217 of the sign or code that stood around; null for none or an ambiguous one.</param>
internal sealed record NumberParts(string Digits, bool IsNegative, decimal Factor, string? Currency)
{
    /// <summary>Whether a percent sign followed.</summary>
    public bool IsPercent => Factor < 1;
}

/// <summary>Numbers as people and programs write them.</summary>
internal static class ParsedNumber
{
    // Signs that stand for several currencies have none.
    private static readonly (string Sign, string? Currency)[] Signs =
    [
        ("NT$", "TWD"), ("US$", "USD"), ("HK$", "HKD"), ("S$", "SGD"), ("A$", "AUD"), ("C$", "CAD"), ("R$", "BRL"), ("新台幣", "TWD"), ("新臺幣", "TWD"),
        ("美金", "USD"), ("€", "EUR"), ("£", "GBP"), ("₩", "KRW"), ("₹", "INR"), ("$", null), ("¥", null), ("元", null),
    ];

    /// <summary>Reads what is written the plain way: a sign and a decimal point at most.</summary>
    public static bool TryPlain(string cell, out decimal number) =>
        decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>Takes currency, percent, unit, sign and blanks off; null when what is left is not made of digits and separators.</summary>
    public static NumberParts? Parts(string cell)
    {
        string text = cell.Normalize(NormalizationForm.FormKC).Trim();
        bool isNegative = text is ['(', .., ')'];
        (text, string? currency) = WithoutCurrency(isNegative ? text[1..^1].Trim() : text);
        decimal factor = text switch { [.., '%'] => 0.01m, [.., '萬'] => 10_000, [.., '億'] => 100_000_000, _ => 1 };
        var digits = new StringBuilder(text.Length);
        foreach (char c in factor == 1 ? text : text[..^1])
        {
            if (c is '-' or '−' or '+' && digits.Length == 0)
            {
                isNegative ^= c is not '+';
            }
            else if (char.IsAsciiDigit(c) || c is ',' or '.')
            {
                digits.Append(c);
            }
            else if (!char.IsWhiteSpace(c) && c is not '\'')
            {
                return null;
            }
        }

        return digits.Length == 0 ? null : new NumberParts(digits.ToString(), isNegative, factor, currency);
    }

    /// <summary>What the separators of these digits tell of the column's habit.</summary>
    public static NumberHabit Tells(string digits)
    {
        int comma = digits.LastIndexOf(',');
        int point = digits.LastIndexOf('.');
        if (comma >= 0 && point >= 0)
        {
            return point > comma ? NumberHabit.DecimalPoint : NumberHabit.DecimalComma;
        }

        if (comma < 0 && point < 0)
        {
            return NumberHabit.Unknown;
        }

        char separator = comma >= 0 ? ',' : '.';
        bool isThousands = digits.Count(c => c == separator) > 1;
        return !isThousands && IsOneGroup(digits, separator)
            ? NumberHabit.Unknown
            : isThousands == (separator == ',') ? NumberHabit.DecimalPoint : NumberHabit.DecimalComma;
    }

    /// <summary>The number that the parts mean by a habit; null when the separators do not fit it.</summary>
    public static decimal? Value(NumberParts parts, NumberHabit habit)
    {
        (char thousands, char decimals) = habit == NumberHabit.DecimalComma ? ('.', ',') : (',', '.');
        int at = parts.Digits.IndexOf(decimals, StringComparison.Ordinal);
        string whole = at < 0 ? parts.Digits : parts.Digits[..at];
        string rest = at < 0 ? "" : parts.Digits[(at + 1)..];
        string[] groups = whole.Split(thousands);
        // Groups of two and four are used in India and East Asia; the last has three or four.
        bool isGrouped = groups.Length == 1 || (groups[0].Length is >= 1 and <= 4 && groups.Skip(1).All(group => group.Length is >= 2 and <= 4) && groups[^1].Length >= 3);
        return isGrouped
            && !rest.AsSpan().ContainsAny(',', '.')
            && decimal.TryParse($"0{string.Concat(groups)}{(rest.Length > 0 ? "." : "")}{rest}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            && number < 1e18m
            ? number * parts.Factor * (parts.IsNegative ? -1 : 1)
            : null;
    }

    /// <summary>Whether the digits are one to three, the separator and three more: 1,234 may be a thousand or a bit more than one.</summary>
    public static bool IsOneGroup(string digits, char separator)
    {
        int at = digits.IndexOf(separator, StringComparison.Ordinal);
        return at is >= 1 and <= 3 && digits.Length - at - 1 == 3 && digits[0] != '0';
    }

    private static (string Text, string? Currency) WithoutCurrency(string text)
    {
        foreach ((string sign, string? currency) in Signs)
        {
            int at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at is 0 or 1 || (at > 0 && at == text.Length - sign.Length))
            {
                return (text.Remove(at, sign.Length).Trim(), currency);
            }
        }

        if (text.Length > 3 && Currency.TryOf(text[..3], out Currency before))
        {
            return (text[3..].Trim(), before.Code);
        }

        return text.Length > 3 && Currency.TryOf(text[^3..], out Currency after) ? (text[..^3].Trim(), after.Code) : (text, null);
    }
}
