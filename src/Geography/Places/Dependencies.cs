namespace Bailiwick.Geography.Places;

/// <summary>Places that are a country of ISO 3166-1 and at the same time a subdivision of another country.</summary>
internal static class Dependencies
{
    private static readonly string[] OfUnitedStates = ["AS", "GU", "MP", "PR", "UM", "VI"];

    /// <summary>Whether a named country and a found one are one and the same, or a territory and its state.</summary>
    public static bool IsSame(string named, string? found, string? subdivision) =>
        named == found || found is null || (found == "US" && subdivision == "US-" + named) || (named == "US" && OfUnitedStates.Contains(found));

    /// <summary>The country in whose postal table the codes of a country stand.</summary>
    public static string PostalCountry(string country) => OfUnitedStates.Contains(country) ? "US" : country;
}
