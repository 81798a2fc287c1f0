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
