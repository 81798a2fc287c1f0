using Bailiwick.Geography.Places;
using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>A subdivision of ISO 3166-2.</summary>
/// <param name="Code">Country, hyphen, up to three characters: <c>US-CA</c>, <c>TW-TPE</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Name">Its name; both languages are the same where no Chinese name is at hand.</param>
/// <param name="Parent">ISO 3166-2 of the subdivision that holds it; null directly below the country.</param>
public sealed record Subdivision(string Code, string Country, Text Name, string? Parent);

/// <summary>All subdivisions, by code and name.</summary>
public sealed class SubdivisionCodes
{
    private readonly Dictionary<string, Subdivision> byCode;
    private readonly Dictionary<string, Subdivision?> byName;

    internal SubdivisionCodes(IEnumerable<Subdivision> subdivisions)
    {
        All = [.. subdivisions.OrderBy(one => one.Code, StringComparer.Ordinal)];
        byCode = All.ToDictionary(one => one.Code, StringComparer.OrdinalIgnoreCase);

        // The full names first, those directly below a country before those below them; then the stems (台北 for 台北市), where no two claim one.
        var names = new Dictionary<string, Subdivision?>(StringComparer.Ordinal);
        foreach (Subdivision one in All)
        {
            names.TryAdd(Key(one.Country, one.Code), one);
            names.TryAdd(Key(one.Country, one.Code[(one.Code.IndexOf('-', StringComparison.Ordinal) + 1)..]), one);
        }

        foreach (Subdivision one in All.OrderBy(one => one.Parent is null ? 0 : 1))
        {
            names.TryAdd(Key(one.Country, one.Name.English), one);
            names.TryAdd(Key(one.Country, one.Name.Chinese), one);
        }

        foreach (IGrouping<string, (string Stem, Subdivision One)> claims in All.SelectMany(Stems).GroupBy(claim => claim.Stem, StringComparer.Ordinal))
        {
            Subdivision first = claims.First().One;
            names.TryAdd(claims.Key, claims.All(claim => claim.One == first) ? first : null);
        }

        byName = names;
    }

    /// <summary>All subdivisions in order of their codes.</summary>
    public IReadOnlyList<Subdivision> All { get; }

    /// <summary>The subdivision with this ISO 3166-2 code, in any case; or null.</summary>
    public Subdivision? Find(string code) => byCode.GetValueOrDefault(code.Trim());

    /// <summary>
    /// The subdivision of a country by its code with or without the country (<c>US-CA</c>, <c>CA</c>) or its name in either language; or null,
    /// also when the name fits several (新竹 is a city and a county).
    /// </summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="codeOrName">As given, in any case and width.</param>
    public Subdivision? Find(string country, string codeOrName)
    {
        string key = Key(country, codeOrName);
        return key.Length == country.Length ? null : byName.GetValueOrDefault(key) ?? byName.GetValueOrDefault(country + PlaceNames.Stem(key[country.Length..]));
    }

    private static IEnumerable<(string Stem, Subdivision One)> Stems(Subdivision one) =>
        new[] { one.Name.English, one.Name.Chinese }.Select(name => (one.Country + PlaceNames.Stem(PlaceNames.Fold(name)), one));

    private static string Key(string country, string name) => country + PlaceNames.Fold(name);
}
