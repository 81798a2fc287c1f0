namespace Bailiwick.Geography.Places;

/// <summary>What the words of a query say, coordinates left aside.</summary>
/// <param name="Placement">The placement by words alone.</param>
/// <param name="Country">The country that was named or follows from what was named.</param>
/// <param name="Subdivision">The subdivision that was named.</param>
/// <param name="GivenCountry">As given.</param>
/// <param name="GivenSubdivision">As given.</param>
/// <param name="GivenCity">As given.</param>
/// <param name="GivenPostal">As given.</param>
internal sealed record PlaceFacts(
    Placement Placement, string? Country, string? Subdivision, string? GivenCountry, string? GivenSubdivision, string? GivenCity, string? GivenPostal);

/// <summary>Places that are a country of ISO 3166-1 and at the same time a subdivision of another country.</summary>
internal static class Territories
{
    private static readonly string[] OfUnitedStates = ["AS", "GU", "MP", "PR", "UM", "VI"];

    /// <summary>Whether a named country and a found one are one and the same, or a territory and its state.</summary>
    public static bool IsSame(string named, string? found, string? subdivision) =>
        named == found || found is null || (found == "US" && subdivision == "US-" + named) || (named == "US" && OfUnitedStates.Contains(found));

    /// <summary>The country in whose postal table the codes of a country stand.</summary>
    public static string PostalCountry(string country) => OfUnitedStates.Contains(country) ? "US" : country;
}
