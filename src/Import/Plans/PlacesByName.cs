using Bailiwick.Geography;

namespace Bailiwick.Import.Plans;

/// <summary>Countries and states as people write them → the codes that rules ask for.</summary>
internal sealed class PlacesByName(Atlas atlas)
{
    /// <summary>ISO 3166-1 alpha-2 of a country by code or name; null when there is none.</summary>
    public string? Country(string codeOrName) => atlas.Countries.Find(codeOrName)?.Alpha2;

    /// <summary>ISO 3166-2 of a state by its whole code, or by code or name within some countries.</summary>
    /// <param name="codeOrName">As given.</param>
    /// <param name="countries">The countries in which to look; when there are none, a name that only one country has is found too.</param>
    /// <returns>The codes: none when it is not known, several when several of the countries have it.</returns>
    public IReadOnlyList<string> Subdivisions(string codeOrName, IReadOnlyCollection<string> countries)
    {
        if (atlas.Subdivisions.Find(codeOrName) is { } whole && (countries.Count == 0 || countries.Contains(whole.Country, StringComparer.Ordinal)))
        {
            return [whole.Code];
        }

        if (countries.Count > 0)
        {
            return [.. countries.Select(country => atlas.Subdivisions.Find(country, codeOrName)?.Code).OfType<string>().Distinct(StringComparer.Ordinal)];
        }

        // Two or three letters are a code, and many countries have the same.
        string[] everywhere = codeOrName.Length <= 3
            ? []
            : [.. atlas.Countries.All.Select(country => atlas.Subdivisions.Find(country.Alpha2, codeOrName)?.Code).OfType<string>().Distinct(StringComparer.Ordinal)];
        return everywhere.Length == 1 ? everywhere : [];
    }
}
