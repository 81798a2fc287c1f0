using Bailiwick.Measures;

namespace Bailiwick.Geography.Places;

/// <summary>A query while it is read.</summary>
internal sealed class PlaceReading(PlaceQuery query)
{
    public string? GivenCountry { get; } = Tidy(query.Country);

    public string? GivenSubdivision { get; } = Tidy(query.Subdivision);

    public string? GivenCity { get; } = Tidy(query.City);

    public string? GivenPostal { get; } = Tidy(query.Postal);

    public string? GivenArea { get; } = Tidy(query.Area);

    public List<Doubt> Doubts { get; } = [];

    public string? Country { get; set; }

    public string? Subdivision { get; set; }

    /// <summary>The placement by one fact; the less precise facts that contradict it become doubts.</summary>
    public Placement Placed(PlacedBy by, string? country, string? subdivision, string? area, LonLat? point, string words)
    {
        bool isSame = Country is null || Dependencies.IsSame(Country, country, subdivision);
        if (!isSame)
        {
            Doubts.Add(Geography.Doubts.CountryElsewhere(GivenCountry ?? Country!, words));
        }

        if (isSame && Subdivision is not null && subdivision is not null && subdivision != Subdivision)
        {
            Doubts.Add(Geography.Doubts.SubdivisionElsewhere(GivenSubdivision!, words));
        }

        return new Placement(by, isSame ? Country ?? country : country, subdivision ?? (isSame ? Subdivision : null), area, point, Doubts);
    }

    private static string? Tidy(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}
