using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>A basic unit of map: the smallest piece that moves whole.</summary>
/// <param name="Code">Unique within its boundary set: <c>06037</c>.</param>
/// <param name="Name">Its name; both languages are the same where only one is known.</param>
/// <param name="Parent">Code of the area of the next larger set that holds it (a county's state, a town's county); null at the top or when unknown.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null when unknown.</param>
/// <param name="Subdivision">ISO 3166-2 of the subdivision that holds it or that it is; null when unknown.</param>
/// <param name="Centroid">A point inside the area (on the largest part), for distances and labels.</param>
/// <param name="SquareKilometres">Surface, 0 or more.</param>
public sealed record Area(AreaCode Code, Text Name, string? Parent, string? Country, string? Subdivision, LonLat Centroid, double SquareKilometres);
