using Bailiwick.Measures;

namespace Bailiwick.Geography.Places;

/// <summary>A place that a city's name can mean.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Subdivision">ISO 3166-2 or null.</param>
/// <param name="Area">Set and code when the place is itself an area.</param>
/// <param name="Population">People; 0 when unknown.</param>
/// <param name="Point">Its middle.</param>
internal sealed record City(string Country, string? Subdivision, string? Area, long Population, LonLat Point);

/// <summary>City names in English and Chinese to the places that bear them.</summary>
internal sealed class CityIndex
{
    private readonly Dictionary<string, City[]> byName;
    private readonly Dictionary<string, City[]> byCountryAndName;

    public CityIndex(Atlas atlas)
    {
        var names = new Dictionary<string, List<City>>(StringComparer.Ordinal);
        foreach (PopulatedPlace place in atlas.Places.Where(place => place.Country != "TW"))
        {
            Add(names, new City(place.Country, place.Subdivision, null, place.Population, place.Point),
                [place.Name, PlaceNames.Stem(PlaceNames.Fold(place.Name)), place.ChineseName, .. CityNames.Of(place.Country, place.Name)]);
        }

        // Small American and Canadian places stand only in the postal tables.
        foreach (PostalPlace postal in atlas.Postals.Where(postal => postal.Country != "TW"))
        {
            Add(names, new City(postal.Country, postal.Subdivision, null, 0, postal.Point), postal.City);
        }

        var people = atlas.Places.Where(place => place.Country == "TW").ToLookup(place => place.ChineseName + place.Subdivision, place => place.Population, StringComparer.Ordinal);
        AddTaiwan(atlas, names, people);
        byCountryAndName = names.ToDictionary(entry => entry.Key, entry => Merge(entry.Value), StringComparer.Ordinal);
        byName = byCountryAndName.GroupBy(entry => entry.Key[2..], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.SelectMany(entry => entry.Value).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The places of this name; of all countries when <paramref name="country"/> is null.</summary>
    public IReadOnlyList<City> Find(string? country, string name)
    {
        string folded = PlaceNames.Fold(name);
        string stem = PlaceNames.Stem(folded);
        return Exactly(country, folded) ?? (stem == folded ? null : Exactly(country, stem)) ?? [];
    }

    private City[]? Exactly(string? country, string folded) => country is null ? byName.GetValueOrDefault(folded) : byCountryAndName.GetValueOrDefault(country + folded);

    private static void AddTaiwan(Atlas atlas, Dictionary<string, List<City>> names, ILookup<string, long> people)
    {
        if (!atlas.Has("tw-towns") || !atlas.Has("tw-counties"))
        {
            return;
        }

        BoundarySet counties = atlas.Set("tw-counties");
        foreach (Area county in counties.Areas)
        {
            // Counties and cities are larger than all towns, which are never taken for them.
            AddArea(names, "tw-counties", county, long.MaxValue, [county.Name]);
        }

        foreach (Area town in atlas.Set("tw-towns").Areas)
        {
            Text county = counties.Areas[counties.IndexOf(new AreaCode(town.Parent!))!.Value].Name;
            AddArea(names, "tw-towns", town, people[town.Name.Chinese + town.Subdivision].FirstOrDefault(),
                [town.Name, new Text($"{town.Name.English}, {county.English}", county.Chinese + town.Name.Chinese)]);
        }
    }

    private static void AddArea(Dictionary<string, List<City>> names, string set, Area area, long population, Text[] words)
    {
        var city = new City("TW", area.Subdivision, $"{set}/{area.Code}", population, area.Centroid);
        Add(names, city, [.. words.SelectMany(name => new[] { name.English, name.Chinese })]);
        foreach (Text name in words)
        {
            Add(names, city, PlaceNames.Stem(PlaceNames.Fold(name.English)), PlaceNames.Stem(PlaceNames.Fold(name.Chinese)));
        }
    }

    private static void Add(Dictionary<string, List<City>> names, City city, params ReadOnlySpan<string?> bearing)
    {
        foreach (string? name in bearing)
        {
            string folded = PlaceNames.Fold(name);
            if (folded.Length == 0)
            {
                continue;
            }

            if (!names.TryGetValue(city.Country + folded, out List<City>? cities))
            {
                names[city.Country + folded] = cities = [];
            }

            if (cities.Count == 0 || cities[^1] != city)
            {
                cities.Add(city);
            }
        }
    }

    /// <summary>One city of those that lie within 30 km of each other in the same subdivision; the most populous first.</summary>
    private static City[] Merge(List<City> cities)
    {
        var kept = new List<City>();
        foreach (City city in cities.OrderByDescending(city => city.Population))
        {
            if (!kept.Exists(other => other.Subdivision == city.Subdivision && other.Area == city.Area && other.Point.DistanceTo(city.Point).Kilometres < 30))
            {
                kept.Add(city);
            }
        }

        return [.. kept];
    }
}
