using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bailiwick.Geography.Places;

/// <summary>Postal codes as people write them, to the entries of the tables.</summary>
internal sealed class PostalIndex(ImmutableArray<PostalPlace> postals)
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(StringComparer.Ordinal, "US", "CA", "TW");

    private readonly FrozenDictionary<(string Country, string Postal), PostalPlace[]> byCode = postals
        .GroupBy(entry => (entry.Country, entry.Postal))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Whether the codes of this country are at hand.</summary>
    public static bool Has(string country) => Known.Contains(country);

    /// <summary>The entries of a code; none when there is no such code.</summary>
    public IReadOnlyList<PostalPlace> Find(string country, string code) => byCode.GetValueOrDefault((country, code)) ?? [];

    /// <summary>The code as the tables have it, whether leading zeros had to be restored; null when it is not written like a code of the country.</summary>
    public static (string Code, bool IsMended)? Tidy(string country, string given)
    {
        string signs = new([.. given.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        bool isDigits = signs.All(char.IsAsciiDigit);
        return country switch
        {
            // A spreadsheet eats leading zeros: 501 is 00501, 2138 is 02138, 21381234 is 02138-1234.
            "US" when isDigits && signs.Length is 5 or 9 => (signs[..5], false),
            "US" when isDigits && signs.Length is 3 or 4 => (signs.PadLeft(5, '0'), true),
            "US" when isDigits && signs.Length is 8 => ('0' + signs[..4], true),
            "CA" when IsCanadian(signs) => (signs[..3], false),
            "TW" when isDigits && signs.Length is 3 or 5 or 6 => (signs[..3], false),
            _ => null,
        };
    }

    /// <summary>Letter, digit, letter; and for the whole code digit, letter, digit.</summary>
    private static bool IsCanadian(string signs) => signs.Length is 3 or 6
        && Enumerable.Range(0, signs.Length).All(at => at % 2 == 0 ? char.IsAsciiLetter(signs[at]) : char.IsAsciiDigit(signs[at]));
}
