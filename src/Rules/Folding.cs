using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bailiwick.Rules;

/// <summary>The form in which texts are compared: without case, width and surrounding blanks.</summary>
/// <remarks>
/// Unicode NFKC makes ＡＢＣ and ABC, ｱ and ア equal. It does not make 台 and 臺 equal: they are two characters, and
/// a rule that means both lists both.
/// </remarks>
public static class Folding
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz");

    /// <summary>Text for comparison.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Trim().ToLowerInvariant();
        }

        // Lone surrogates are no text; NFKC throws on them.
        string tidy = IsWellFormed(text) ? text.Normalize(NormalizationForm.FormKC) : text;
        return tidy.Trim().ToUpperInvariant().ToLowerInvariant();
    }

    /// <summary>A postal code for comparison: folded, without blanks and hyphens, which no country uses to tell codes apart.</summary>
    public static string Postal(string code) => Fold(code) is var folded && folded.AsSpan().ContainsAnyExcept(Plain) ? string.Concat(folded.Where(each => !char.IsWhiteSpace(each) && CharUnicodeInfo.GetUnicodeCategory(each) != UnicodeCategory.DashPunctuation)) : folded;

    private static bool IsWellFormed(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return false;
            }
        }

        return true;
    }
}
