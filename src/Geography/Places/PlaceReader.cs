using Bailiwick.Measures;

namespace Bailiwick.Geography.Places;

/// <summary>Reads the words of a query, from the least precise to the most, and places it by the most precise that is certain.</summary>
internal sealed class PlaceReader(Atlas atlas)
{
    /// <summary>The largest of several places is taken when it has this many times the people of the next.</summary>
    private const int Dominance = 5;

    /// <summary>Without a country only a place as large as this is taken.</summary>
    private const long WorldFamous = 100_000;

    /// <summary>What lies farther from what a row names is another place.</summary>
    internal const double FarKilometres = 100;

    private readonly Lazy<CityIndex> cities = new(() => new CityIndex(atlas));
    private readonly Lazy<PostalIndex> postals = new(() => new PostalIndex(atlas.Postals));
    private readonly PointReader points = new(atlas);

    public IReadOnlyList<City> CitiesNamed(string name) => cities.Value.Find(null, name);

    public PlaceFacts Read(PlaceQuery query)
    {
        var reading = new PlaceReading(query);
        ReadCountry(reading);
        ReadSubdivision(reading);
        Placement placement = ByArea(reading) ?? ByPostal(reading) ?? ByCity(reading) ?? BySubdivision(reading) ?? ByCountry(reading);
        return new PlaceFacts(
            placement, reading.Country ?? placement.Country, reading.Subdivision, reading.GivenCountry, reading.GivenSubdivision, reading.GivenCity, reading.GivenPostal);
    }

    private void ReadCountry(PlaceReading reading)
    {
        if (reading.GivenCountry is not { } given)
        {
            return;
        }

        reading.Country = atlas.Countries.Find(given)?.Alpha2;
        if (reading.Country is null && atlas.Countries.Nearest(given) is { } near)
        {
            reading.Country = near.Alpha2;
            reading.Doubts.Add(Doubts.CountryMended(given, near));
        }

        if (reading.Country is null)
        {
            reading.Doubts.Add(Doubts.UnknownCountry(given));
        }
    }

    private void ReadSubdivision(PlaceReading reading)
    {
        if (reading.GivenSubdivision is not { } given)
        {
            return;
        }

        Subdivision? found = reading.Country is null ? atlas.Subdivisions.Find(given) ?? OnlyOneOfAllCountries(given) : atlas.Subdivisions.Find(reading.Country, given);
        if (found is null && reading.Country is not null && atlas.Subdivisions.Find(given) is { } elsewhere)
        {
            reading.Doubts.Add(Doubts.SubdivisionElsewhere(elsewhere.Code, $"country {reading.Country}"));
            return;
        }

        if (found is null)
        {
            // A country without listed subdivisions is not the row's fault, and a city in this column is common: the city is tried by ByCity.
            reading.Doubts.Add(Doubts.UnknownSubdivision(given, reading.Country));
            return;
        }

        if (reading.Country is null && reading.GivenCountry is null)
        {
            reading.Country = found.Country;
            reading.Doubts.Add(Doubts.CountryInferred(given, found.Country));
        }

        reading.Subdivision = found.Country == reading.Country ? found.Code : null;
    }

    private Subdivision? OnlyOneOfAllCountries(string given)
    {
        if (PlaceNames.Fold(given).Length < 4)
        {
            return null;
        }

        Subdivision[] found = [.. atlas.Countries.All.Select(country => atlas.Subdivisions.Find(country.Alpha2, given)).OfType<Subdivision>()];
        return found.Length == 1 ? found[0] : null;
    }

    private Placement? ByArea(PlaceReading reading)
    {
        if (reading.GivenArea is not { } given)
        {
            return null;
        }

        int slash = given.IndexOf('/', StringComparison.Ordinal);
        IEnumerable<string> ids = slash > 0 ? [given[..slash].Trim()] : atlas.SetIds;
        var code = new AreaCode(given[(slash + 1)..].Trim());
        var found = ids.Where(atlas.Has).Select(atlas.Set)
            .Select(set => (Set: set, Index: set.IndexOf(code)))
            .Where(hit => hit.Index is not null)
            .Select(hit => (hit.Set, Area: hit.Set.Areas[hit.Index!.Value]))
            .ToList();
        if (found.Count > 1)
        {
            found = [.. found.Where(hit => reading.Country is not null && Dependencies.IsSame(reading.Country, hit.Area.Country, hit.Area.Subdivision))];
        }

        if (found.Count != 1)
        {
            reading.Doubts.Add(Doubts.UnknownArea(given));
            return null;
        }

        (BoundarySet set, Area area) = found[0];
        return reading.Placed(PlacedBy.Area, area.Country, area.Subdivision, $"{set.Id}/{area.Code}", area.Centroid, $"area {given}");
    }

    private Placement? ByPostal(PlaceReading reading)
    {
        if (reading.GivenPostal is not { } given)
        {
            return null;
        }

        string? country = reading.Country is null ? null : Dependencies.PostalCountry(reading.Country);
        bool isCanadian = PostalIndex.Tidy("CA", given) is not null;
        if (country is null && reading.GivenCountry is null && isCanadian && given.Length >= 6)
        {
            country = "CA";
            reading.Doubts.Add(Doubts.CountryInferred(given, "CA"));
        }

        if (country is null)
        {
            reading.Doubts.Add(Doubts.PostalWithoutCountry(given));
            return null;
        }

        if (!PostalIndex.Has(country))
        {
            return null; // Not at hand for this country: nothing to doubt.
        }

        if (PostalIndex.Tidy(country, given) is not { } tidy)
        {
            reading.Doubts.Add(Doubts.PostalElsewhere(given, country));
            return null;
        }

        IReadOnlyList<PostalPlace> entries = postals.Value.Find(country, tidy.Code);
        if (entries.Count == 0)
        {
            reading.Doubts.Add(Doubts.UnknownPostal(given, country));
            return null;
        }

        if (tidy.IsMended)
        {
            reading.Doubts.Add(Doubts.PostalMended(given, tidy.Code));
        }

        return Placed(reading, entries, given);
    }

    private Placement Placed(PlaceReading reading, IReadOnlyList<PostalPlace> entries, string given)
    {
        PostalPlace place = entries[0];
        string? area;
        if (entries.Count > 1 && OneOf(entries, reading.GivenCity) is { } named)
        {
            (place, area) = (named, points.Find(named.Point, [])?.Area);
        }
        else
        {
            // A code of several towns is certain only about what holds them all.
            area = entries.Count == 1 ? points.Find(place.Point, [])?.Area : CountyOf(place.Subdivision);
        }

        Placement placed = reading.Placed(PlacedBy.Postal, place.Country, place.Subdivision, area, place.Point, $"postal code {given}");
        if (reading.GivenCity is { } city)
        {
            IReadOnlyList<City> meant = cities.Value.Find(place.Country, city);
            if (meant.Count > 0 && !meant.Any(one => one.Point.DistanceTo(place.Point).Kilometres < FarKilometres))
            {
                reading.Doubts.Add(Doubts.CityElsewhere(city, $"postal code {given}"));
            }
        }

        return placed;
    }

    private static PostalPlace? OneOf(IReadOnlyList<PostalPlace> entries, string? city)
    {
        string folded = PlaceNames.Fold(city);
        return folded.Length == 0 ? null : entries.SingleOrDefault(entry =>
            PlaceNames.Fold(entry.City) == folded || (entry.ChineseCity is not null && folded.EndsWith(PlaceNames.Fold(entry.ChineseCity), StringComparison.Ordinal)));
    }

    private Placement? ByCity(PlaceReading reading)
    {
        if (reading.GivenCity is not { } given || (reading.Country is null && reading.GivenCountry is not null))
        {
            return null;
        }

        IReadOnlyList<City> all = cities.Value.Find(reading.Country is null ? null : Dependencies.PostalCountry(reading.Country), given);
        if (all.Count == 0 && reading.Country is not null && Dependencies.PostalCountry(reading.Country) != reading.Country)
        {
            all = cities.Value.Find(reading.Country, given);
        }

        City[] within = [.. all.Where(city => reading.Subdivision is null || city.Subdivision is null || city.Subdivision == reading.Subdivision)];
        string where = reading.Subdivision ?? reading.Country ?? "the world";
        if (within.Length == 0)
        {
            reading.Doubts.Add(all.Count > 0 ? Doubts.CityElsewhere(given, $"subdivision {reading.Subdivision}") : Doubts.UnknownCity(given, where));
            return null;
        }

        City largest = within.MaxBy(city => city.Population)!;
        // What stands only in the postal tables, without people, is the same place when it lies in the same subdivision.
        long next = within.Where(city => city != largest && !IsPartOf(city, largest) && !(city.Population == 0 && largest.Population > 0 && city.Subdivision == largest.Subdivision)).Select(city => city.Population).DefaultIfEmpty(-1).Max();
        bool isOnly = next < 0;
        if ((!isOnly && (largest.Population == 0 || largest.Population / Dominance < next)) || (reading.Country is null && largest.Population < WorldFamous))
        {
            reading.Doubts.Add(Doubts.CityMany(given, within.Length, where));
            return null;
        }

        if (!isOnly)
        {
            reading.Doubts.Add(Doubts.CityLargest(given, within.Length, largest.Subdivision ?? largest.Country));
        }

        if (reading.Country is null)
        {
            reading.Doubts.Add(Doubts.CountryInferred(given, largest.Country));
        }

        string? area = largest.Area ?? points.Find(largest.Point, [])?.Area;
        return reading.Placed(PlacedBy.City, largest.Country, largest.Subdivision, area, largest.Point, $"city {given}");
    }

    /// <summary>Whether a place lies in a county of the same name: 桃園 is a city and a district of it.</summary>
    private static bool IsPartOf(City city, City largest) => largest.Population == long.MaxValue && city.Population < long.MaxValue && city.Subdivision == largest.Subdivision;

    private Placement? BySubdivision(PlaceReading reading) => reading.Subdivision is { } code
        ? reading.Placed(PlacedBy.Subdivision, code[..2], code, CountyOf(code), null, "the subdivision")
        : null;

    private Placement ByCountry(PlaceReading reading)
    {
        if (reading.Country is { } country)
        {
            bool isArea = atlas.Has("world-countries") && atlas.Set("world-countries").IndexOf(new AreaCode(country)) is not null;
            return reading.Placed(PlacedBy.Country, country, null, isArea ? $"world-countries/{country}" : null, null, "the country");
        }

        reading.Doubts.Add(Doubts.Nothing);
        return new Placement(PlacedBy.Nothing, null, null, null, null, reading.Doubts);
    }

    /// <summary>The area that is the subdivision: a state or a Taiwanese county.</summary>
    private string? CountyOf(string? subdivision)
    {
        foreach (string id in (string[])["us-states", "tw-counties"])
        {
            if (subdivision is not null && atlas.Has(id) && atlas.Set(id).Areas.FirstOrDefault(area => area.Subdivision == subdivision) is { } area)
            {
                return $"{id}/{area.Code}";
            }
        }

        return null;
    }
}
