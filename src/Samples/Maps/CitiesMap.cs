using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Measures;

namespace Bailiwick.Samples.Maps;

/// <summary>Any country by its cities. It has no areas: today's territories stand in the accounts alone.</summary>
internal static class CitiesMap
{
    public static SampleMap? Of(string country, Atlas atlas)
    {
        BoundarySet countries = atlas.Set("world-countries");
        int? own = countries.IndexOf(new AreaCode(country));
        PopulatedPlace[] cities = [.. atlas.Places.Where(place => place.Country == country && place.Population > 0)];
        PopulatedPlace[] clear = [.. cities.Where(city => IsClear(city, atlas) && (countries.Find(city.Point) is not { } found || found == own))];
        ImmutableArray<SamplePlace> places =
        [
            .. (clear.Length > 0 ? clear : cities).Select(place => new SamplePlace(
                    place.Subdivision, place.Name, null, "", place.Point, Metres.Of(Math.Clamp(Math.Sqrt(place.Population) * 3, 300, 5_000)), place.Population, -1)),
        ];
        string scheme = country is "CA" or "MX" ? Industries.NorthAmericanScheme : Industries.WorldScheme;
        return places.IsEmpty ? null : new SampleMap(
            country,
            scheme,
            places,
            [],
            code => atlas.Subdivisions.Find(code)?.Name ?? Text.Same(code),
            (_, point) => own is null || countries.Find(point) == own);
    }

    // Whether its name alone says which city is meant: a quarter of the accounts have no coordinates.
    private static bool IsClear(PopulatedPlace city, Atlas atlas)
    {
        Placement placed = atlas.Resolver.Resolve(new PlaceQuery(city.Country, city.Subdivision, city.Name, null, null, null));
        return placed.By == PlacedBy.City && placed.Doubts.Count == 0;
    }
}
