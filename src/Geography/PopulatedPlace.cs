using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>A city, town or village with its population.</summary>
/// <param name="Name">Its name in Latin letters.</param>
/// <param name="ChineseName">Its name in Traditional Chinese; null when unknown.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Subdivision">ISO 3166-2; null when unknown.</param>
/// <param name="Population">People, 0 or more.</param>
/// <param name="Point">Its middle.</param>
public sealed record PopulatedPlace(string Name, string? ChineseName, string Country, string? Subdivision, long Population, LonLat Point);

/// <summary>A postal code with the place it serves. A code that serves several places has several entries.</summary>
/// <param name="Country">ISO 3166-1 alpha-2: US, CA or TW.</param>
/// <param name="Postal">The code: five digits (US), three characters (CA, the forward sortation area), three digits (TW).</param>
/// <param name="City">The place's name in Latin letters.</param>
/// <param name="ChineseCity">The place's name in Traditional Chinese; null outside Taiwan.</param>
/// <param name="Subdivision">ISO 3166-2; null when unknown.</param>
/// <param name="Point">A point within the code's region.</param>
public sealed record PostalPlace(string Country, string Postal, string City, string? ChineseCity, string? Subdivision, LonLat Point);
