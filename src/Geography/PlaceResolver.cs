using System.Collections.Concurrent;
using Bailiwick.Geography.Places;
using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>Turns codes, postal codes, city names and coordinates into a place, offline. Safe for many threads; repeated queries are remembered.</summary>
public sealed class PlaceResolver
{
    private const int MostRemembered = 500_000;

    private readonly PlaceReader reader;
    private readonly PointReader points;
    private readonly ConcurrentDictionary<PlaceQuery, PlaceFacts> remembered = new();

    internal PlaceResolver(Atlas atlas)
    {
        reader = new PlaceReader(atlas);
        points = new PointReader(atlas);
    }

    /// <summary>Places one query. Precedence: coordinates, area, postal code, city, subdivision, country.</summary>
    /// <remarks>
    /// What contradicts the more precise fact becomes a doubt. What cannot be placed is <see cref="PlacedBy.Nothing"/> with a doubt, never guessed.
    /// Areas are those of us-counties, tw-towns and world-countries (or a larger set when only that is certain), unless the query names another set.
    /// </remarks>
    public Placement Resolve(PlaceQuery query)
    {
        PlaceQuery words = query with { Point = null };
        if (!remembered.TryGetValue(words, out PlaceFacts? facts))
        {
            if (remembered.Count >= MostRemembered)
            {
                remembered.Clear();
            }

            remembered[words] = facts = reader.Read(words);
        }

        return query.Point is { } point ? WithPoint(point, facts) : facts.Placement;
    }

    /// <summary>Where places of this name are; none when the name is not known.</summary>
    /// <param name="name">In either language, in any case and width.</param>
    public IEnumerable<(string Country, string? Subdivision)> CitiesNamed(string name) => reader.CitiesNamed(name).Select(city => (city.Country, city.Subdivision)).Distinct();

    private Placement WithPoint(LonLat point, PlaceFacts facts)
    {
        Placement words = facts.Placement;
        var doubts = words.Doubts.Where(doubt => doubt != Doubts.Nothing).ToList();
        if (point is { Longitude: 0, Latitude: 0 })
        {
            return words with { Doubts = [.. words.Doubts, Doubts.NoCoordinates(point)] };
        }

        if (points.Find(point, doubts) is not { } found)
        {
            return words with { Doubts = [.. words.Doubts, IsSwapped(point, facts.Country) ? Doubts.Swapped(point, facts.Country!) : Doubts.NowhereNear(point)] };
        }

        if (facts.Country is not null && !Dependencies.IsSame(facts.Country, found.Country, found.Subdivision))
        {
            doubts.Add(IsSwapped(point, facts.Country) ? Doubts.Swapped(point, facts.Country) : Doubts.CountryElsewhere(facts.GivenCountry ?? facts.Country, "the coordinates"));
            return Of(found, point, found.Country, doubts);
        }

        if (facts.Subdivision is not null && found.Subdivision is not null && facts.Subdivision != found.Subdivision)
        {
            doubts.Add(Doubts.SubdivisionElsewhere(facts.GivenSubdivision ?? facts.Subdivision, "the coordinates"));
        }

        if (words.Point is { } named && named.DistanceTo(point).Kilometres > PlaceReader.FarKilometres)
        {
            if (words.By == PlacedBy.Postal)
            {
                doubts.Add(Doubts.PostalFar(facts.GivenPostal ?? "", "the coordinates"));
            }
            else if (words.By == PlacedBy.City)
            {
                doubts.Add(Doubts.CityElsewhere(facts.GivenCity ?? "", "the coordinates"));
            }
        }

        return Of(found, point, facts.Country ?? found.Country, doubts, facts.Subdivision);
    }

    /// <summary>Whether the point would lie in the country if its coordinates were exchanged.</summary>
    private bool IsSwapped(LonLat point, string? country) => country is not null
        && LonLat.IsValid(point.Latitude, point.Longitude)
        && points.Find(new LonLat(point.Latitude, point.Longitude), [])?.Country == country;

    private static Placement Of(PointReader.Found found, LonLat point, string? country, List<Doubt> doubts, string? subdivision = null) =>
        new(PlacedBy.Coordinates, country, found.Subdivision ?? subdivision, found.Area, point, doubts);
}
