using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Measures;

namespace Bailiwick.Samples.Maps;

/// <summary>Any country by its cities. It has no areas: today's territories stand in the accounts alone.</summary>
internal static class CitiesMap
{
    public static SampleMap? Of(string country, Atlas atlas)
    {
        ImmutableArray<SamplePlace> places =
        [
            .. atlas.Places
                .Where(place => place.Country == country && place.Population > 0)
                .Select(place => new SamplePlace(
                    place.Subdivision, place.Name, null, "", place.Point, Metres.Of(Math.Clamp(Math.Sqrt(place.Population) * 3, 300, 5_000)), place.Population, -1)),
        ];
        string scheme = country is "CA" or "MX" ? Industries.NorthAmericanScheme : Industries.WorldScheme;
        BoundarySet countries = atlas.Set("world-countries");
        int? own = countries.IndexOf(new AreaCode(country));
        return places.IsEmpty ? null : new SampleMap(
            country,
            scheme,
            places,
            [],
            code => atlas.Subdivisions.Find(code)?.Name ?? Text.Same(code),
            (_, point) => own is null || countries.Find(point) == own);
    }
}
