using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Measures;

namespace Bailiwick.Samples.Maps;

/// <summary>The United States by ZIP codes, with the counties as areas.</summary>
/// <remarks>A city's people are shared out evenly over the ZIP codes that carry its name; a ZIP code of no known city counts 400.</remarks>
internal static class UnitedStatesMap
{
    private const double Unlisted = 400;

    public static SampleMap Of(Atlas atlas)
    {
        BoundarySet counties = atlas.Set("us-counties");
        (PostalPlace Postal, int County)[] kept =
        [
            .. atlas.Postals
                .Where(postal => postal.Country == "US" && postal.Subdivision is not null)
                .Select(postal => (postal, county: counties.Find(postal.Point)))
                .Where(entry => entry.county is { } county && counties.Areas[county].Subdivision == entry.postal.Subdivision)
                .Select(entry => (entry.postal, entry.county!.Value)),
        ];
        Dictionary<(string?, string), int> codes = kept.GroupBy(entry => Key(entry.Postal.Subdivision, entry.Postal.City)).ToDictionary(group => group.Key, group => group.Count());
        Dictionary<(string?, string), long> people = atlas.Places
            .Where(place => place.Country == "US" && place.Subdivision is not null)
            .GroupBy(place => Key(place.Subdivision, place.Name))
            .ToDictionary(group => group.Key, group => group.Max(place => place.Population));
        ImmutableArray<SamplePlace> places =
        [
            .. kept.Select(entry =>
            {
                (string?, string) key = Key(entry.Postal.Subdivision, entry.Postal.City);
                double population = people.TryGetValue(key, out long count) ? Math.Max(Unlisted, (double)count / codes[key]) : Unlisted;
                return new SamplePlace(
                    entry.Postal.Subdivision, entry.Postal.City, entry.Postal.Postal, "", entry.Postal.Point, Metres.Of(1_200), population, entry.County);
            }),
        ];
        return new SampleMap(
            "US",
            Industries.NorthAmericanScheme,
            places,
            [.. counties.Areas.Select(county => new SampleArea($"{counties.Id}/{county.Code}", county.Centroid))],
            code => atlas.Subdivisions.Find(code)?.Name ?? Text.Same(code),
            (place, point) => counties.Find(point) == places[place].Area);
    }

    // "New York City" in one list is "New York" in the other.
    private static (string?, string) Key(string? subdivision, string city)
    {
        string name = city.Trim().ToUpperInvariant().Replace("SAINT ", "ST. ", StringComparison.Ordinal);
        return (subdivision, name.EndsWith(" CITY", StringComparison.Ordinal) ? name[..^5] : name);
    }
}
