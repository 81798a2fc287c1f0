using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.Rules;

/// <summary>How the values of each kind are written and compared.</summary>
internal static class Kinds
{
    public static Text Of(Field field) => field.Kind switch
    {
        FieldKind.Text => new("text", "文字"),
        FieldKind.Code => new("codes", "代碼"),
        FieldKind.Postal => new("postal codes", "郵遞區號"),
        FieldKind.Number => field.IsWhole ? new("whole numbers", "整數") : new("numbers", "數字"),
        FieldKind.Money => new("amounts of money", "金額"),
        FieldKind.Date => new("dates such as 2027-01-31", "日期（例如 2027-01-31）"),
        FieldKind.Set => new("several values at once", "多個值"),
        FieldKind.Point => new("a point", "位置"),
        _ => throw new InvalidOperationException($"no name of {field.Kind}"),
    };

    /// <summary>The folded text; null when it is none. Numbers are no text: 00501 and 501 are two postal codes.</summary>
    public static string? TextOf(Literal literal, Field field) => literal.Kind == LiteralKind.Text ? Fold(literal.Text, field.Kind) : null;

    public static string Fold(string text, FieldKind kind) => kind == FieldKind.Postal ? Folding.Postal(text) : Folding.Fold(text);

    public static decimal? NumberOf(Literal literal) => literal.Kind == LiteralKind.Number ? NumberOf(literal.Text) : null;

    /// <summary>A number as rules and files write it: digits with a decimal point, in no culture.</summary>
    public static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    public static DateOnly? DateOf(Literal literal) => literal.Kind == LiteralKind.Date ? DateOf(literal.Text) : null;

    public static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>The product, or the largest number there is: comparisons stay right where decimal overflows.</summary>
    public static decimal Times(decimal left, decimal right) =>
        Math.Abs((double)left * (double)right) < (double)decimal.MaxValue / 2 ? left * right : (left < 0) == (right < 0) ? decimal.MaxValue : decimal.MinValue;
}
