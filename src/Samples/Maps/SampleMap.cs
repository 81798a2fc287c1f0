using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Measures;

namespace Bailiwick.Samples.Maps;

/// <summary>A place where companies stand.</summary>
/// <param name="Subdivision">ISO 3166-2; null when unknown.</param>
/// <param name="City">Its name as companies write it.</param>
/// <param name="Postal">Its postal code; null when none is known.</param>
/// <param name="AddressHead">What an address begins with; empty where it begins with the number.</param>
/// <param name="Middle">Its middle.</param>
/// <param name="Spread">How far from the middle companies stand, in the usual case.</param>
/// <param name="Population">People, estimated where nobody counted.</param>
/// <param name="Area">Index of its area in the map; −1 when the map has none.</param>
internal sealed record SamplePlace(
    string? Subdivision, string City, string? Postal, string AddressHead, LonLat Middle, Metres Spread, double Population, int Area);

/// <summary>An area by which today's territories are drawn and facts are given.</summary>
/// <param name="Code">Set and code: <c>tw-towns/63000030</c>.</param>
/// <param name="Middle">Its middle.</param>
internal sealed record SampleArea(string Code, LonLat Middle);

/// <summary>A part of the country large enough to carry a planted fact: a subdivision, or a city where subdivisions are unknown.</summary>
/// <param name="Column">The account column that names it.</param>
/// <param name="Value">Its value there.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Population">People.</param>
internal sealed record SampleRegion(string Column, string Value, Text Name, double Population);

/// <summary>The country as the generator sees it: places by weight, areas, regions.</summary>
internal sealed class SampleMap
{
    private readonly Weighted byPopulation;
    private readonly Func<int, LonLat, bool> holds;

    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="scheme">The industry scheme of the country.</param>
    /// <param name="places">At least one.</param>
    /// <param name="areas">The areas that the places name by index; may be empty.</param>
    /// <param name="regionName">The name of a subdivision.</param>
    /// <param name="holds">Whether a point still lies in the place with this index.</param>
    public SampleMap(
        string country, string scheme, ImmutableArray<SamplePlace> places, ImmutableArray<SampleArea> areas, Func<string, Text> regionName, Func<int, LonLat, bool> holds)
    {
        (Country, Scheme, Places, Areas, this.holds) = (country, scheme, places, areas, holds);
        byPopulation = new Weighted(places.Select(place => place.Population));
        bool bySubdivision = places.Where(place => place.Subdivision is not null).Select(place => place.Subdivision).Distinct(StringComparer.Ordinal).Skip(3).Any();
        Regions =
        [
            .. places
                .GroupBy(place => bySubdivision ? place.Subdivision : place.City, StringComparer.Ordinal)
                .Where(group => group.Key is not null)
                .Select(group => new SampleRegion(
                    bySubdivision ? "subdivision" : "city", group.Key!, bySubdivision ? regionName(group.Key!) : Text.Same(group.Key!), group.Sum(place => place.Population)))
                .OrderByDescending(region => region.Population).ThenBy(region => region.Value, StringComparer.Ordinal),
        ];
        Dictionary<string, int> index = Regions.Select((region, at) => (region.Value, at)).ToDictionary(pair => pair.Value, pair => pair.at, StringComparer.Ordinal);
        RegionOf = [.. places.Select(place => index.GetValueOrDefault((bySubdivision ? place.Subdivision : place.City) ?? "", -1))];
    }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; }

    /// <summary>The industry scheme that companies of the country use.</summary>
    public string Scheme { get; }

    /// <summary>All places.</summary>
    public ImmutableArray<SamplePlace> Places { get; }

    /// <summary>All areas.</summary>
    public ImmutableArray<SampleArea> Areas { get; }

    /// <summary>All regions, the most populous first.</summary>
    public ImmutableArray<SampleRegion> Regions { get; }

    /// <summary>Per place its region; −1 for none.</summary>
    public ImmutableArray<int> RegionOf { get; }

    /// <summary>People in all places.</summary>
    public double Population => byPopulation.Sum;

    /// <summary>The map of a country, or the problem that there is none.</summary>
    public static (SampleMap? Map, Problem? Problem) Of(string country, Atlas atlas)
    {
        if (atlas.Countries.Find(country) is not { } known)
        {
            return (null, Problems.UnknownCountry(country));
        }

        SampleMap? map = known.Alpha2 switch
        {
            "TW" => TaiwanMap.Of(atlas),
            "US" => UnitedStatesMap.Of(atlas),
            _ => CitiesMap.Of(known.Alpha2, atlas),
        };
        return map is null ? (null, Problems.NoCities(country)) : (map, null);
    }

    /// <summary>A place by population.</summary>
    public int DrawPlace(Chance chance) => byPopulation.Draw(chance);

    /// <summary>A point near the middle of a place and within it, rounded to five decimals (one metre).</summary>
    public LonLat Scatter(int index, Chance chance)
    {
        SamplePlace place = Places[index];
        double perLongitude = LonLat.MetresPerDegree * Math.Max(0.05, Math.Cos(double.DegreesToRadians(place.Middle.Latitude)));
        for (int attempt = 0; attempt < 6; attempt++)
        {
            double longitude = Math.Round(place.Middle.Longitude + (chance.NextNormal() * place.Spread.Value / perLongitude), 5);
            double latitude = Math.Round(place.Middle.Latitude + (chance.NextNormal() * place.Spread.Value / LonLat.MetresPerDegree), 5);
            if (LonLat.IsValid(longitude, latitude) && holds(index, new LonLat(longitude, latitude)))
            {
                return new LonLat(longitude, latitude);
            }
        }

        return new LonLat(Math.Round(place.Middle.Longitude, 5), Math.Round(place.Middle.Latitude, 5));
    }
}
