using System.Collections.Immutable;
using Bailiwick.Geography.Places;
using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>A country of ISO 3166-1.</summary>
/// <param name="Alpha2">Two capital letters: <c>TW</c>.</param>
/// <param name="Alpha3">Three capital letters: <c>TWN</c>.</param>
/// <param name="Numeric">Three digits: <c>158</c>; empty for Kosovo, which ISO has not numbered.</param>
/// <param name="Name">Its usual name in both languages.</param>
public sealed record Country(string Alpha2, string Alpha3, string Numeric, Text Name);

/// <summary>All countries, by any of their codes and names.</summary>
public sealed class CountryCodes
{
    private readonly Dictionary<string, Country> byName;

    internal CountryCodes(IEnumerable<(Country Country, string[] OtherNames)> countries)
    {
        (Country Country, string[] OtherNames)[] all = [.. countries.OrderBy(entry => entry.Country.Alpha2, StringComparer.Ordinal)];
        All = [.. all.Select(entry => entry.Country)];
        var names = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (Country country in All)
        {
            names.TryAdd(PlaceNames.Fold(country.Alpha2), country);
            names.TryAdd(PlaceNames.Fold(country.Alpha3), country);
            names.TryAdd(country.Numeric, country);
            names.TryAdd(PlaceNames.Fold(country.Name.English), country);
            names.TryAdd(PlaceNames.Fold(country.Name.Chinese), country);
        }

        foreach ((Country country, string[] others) in all)
        {
            foreach (string other in others)
            {
                names.TryAdd(PlaceNames.Fold(other), country);
            }
        }

        names.Remove("");
        byName = names;
    }

    /// <summary>All countries in order of their alpha-2 codes.</summary>
    public IReadOnlyList<Country> All { get; }

    /// <summary>The country with exactly this code (alpha-2, alpha-3 or numeric) or name (English, Chinese or a usual short form), in any case and width; or null.</summary>
    public Country? Find(string codeOrName)
    {
        string folded = PlaceNames.Fold(codeOrName);
        return byName.GetValueOrDefault(folded)
            ?? (folded.StartsWith("the", StringComparison.Ordinal) ? byName.GetValueOrDefault(folded[3..]) : null)
            ?? (folded.Length is 1 or 2 && folded.All(char.IsAsciiDigit) ? byName.GetValueOrDefault(folded.PadLeft(3, '0')) : null);
    }

    /// <summary>The one country whose name is a slip away (two in long names), or null.</summary>
    internal Country? Nearest(string misspelt)
    {
        string folded = PlaceNames.Fold(misspelt);
        int most = folded.Length switch { < 5 => 0, < 9 => 1, _ => 2 };
        for (int slips = 1; slips <= most; slips++)
        {
            Country[] found = [.. byName.Where(entry => entry.Key.Length >= 5 && PlaceNames.Slips(folded, entry.Key, slips) == slips).Select(entry => entry.Value).Distinct()];
            if (found.Length > 0)
            {
                return found.Length == 1 ? found[0] : null;
            }
        }

        return null;
    }
}
