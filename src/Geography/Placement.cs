using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>What a row says about where something is, as given, untidied. Null or blank is unknown.</summary>
public sealed record PlaceQuery(string? Country, string? Subdivision, string? City, string? Postal, string? Area, LonLat? Point);

/// <summary>By which of its facts something was placed, from the least to the most precise.</summary>
public enum PlacedBy
{
    /// <summary>It could not be placed.</summary>
    Nothing,

    /// <summary>Only the country is known.</summary>
    Country,

    /// <summary>Only the subdivision is known.</summary>
    Subdivision,

    /// <summary>By the name of its city.</summary>
    City,

    /// <summary>By its postal code.</summary>
    Postal,

    /// <summary>By the code of an area of a boundary set.</summary>
    Area,

    /// <summary>By its coordinates.</summary>
    Coordinates,
}

/// <summary>Something that was assumed, mended or contradictory about a place.</summary>
/// <param name="Code">A problem's code.</param>
/// <param name="Message">Its words.</param>
/// <param name="Value">The value as given; null when there is none.</param>
public sealed record Doubt(string Code, Text Message, string? Value);

/// <summary>Where something is, how that was found, and what was doubtful about it.</summary>
/// <param name="By">The most precise fact that was used.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null when unknown.</param>
/// <param name="Subdivision">ISO 3166-2; null when unknown.</param>
/// <param name="Area">Set and code of the smallest area that is certain: <c>us-counties/06037</c>; null when unknown.</param>
/// <param name="Point">The point; of a postal code, city or area its middle; null when only the country or subdivision is known.</param>
/// <param name="Doubts">Everything that was doubtful.</param>
public sealed record Placement(
    PlacedBy By, string? Country, string? Subdivision, string? Area, LonLat? Point, IReadOnlyList<Doubt> Doubts);
