using System.Collections.Immutable;
using Bailiwick.Geography.Places;

namespace Bailiwick.Geography;

/// <summary>A piece of the world as codes tell it apart: a subdivision of ISO 3166-2, or a country that has none.</summary>
/// <param name="Countries">ISO 3166-1 alpha-2 that rows there may bear: the country, then the territory or the state that it is as well (US, PR).</param>
/// <param name="Subdivisions">ISO 3166-2 that rows there may bear: its own, then those above; none in a country without.</param>
public sealed record PlaceRegion(ImmutableArray<string> Countries, ImmutableArray<string> Subdivisions)
{
    /// <summary>The country in whose table its postal codes stand; null when the codes of its country are not at hand.</summary>
    public string? PostalCountry => PostalIndex.Has(Dependencies.PostalCountry(Countries[0])) ? Dependencies.PostalCountry(Countries[0]) : null;

    internal static ImmutableArray<PlaceRegion> Of(CountryCodes countries, SubdivisionCodes subdivisions)
    {
        HashSet<string> parted = [.. subdivisions.All.Select(one => one.Country)];
        return
        [
            .. countries.All.Where(country => !parted.Contains(country.Alpha2)).Select(country => new PlaceRegion([.. Dependencies.CountriesOf(country.Alpha2, null)], [])),
            .. subdivisions.All.Select(one => new PlaceRegion([.. Dependencies.CountriesOf(one.Country, one.Code)], [.. Above(one, subdivisions)])),
        ];
    }

    private static IEnumerable<string> Above(Subdivision one, SubdivisionCodes all)
    {
        for (Subdivision? each = one; each is not null; each = each.Parent is null ? null : all.Find(each.Parent))
        {
            yield return each.Code;
        }
    }
}
