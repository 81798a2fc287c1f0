namespace Bailiwick.Geography.Places;

/// <summary>Places that are a country of ISO 3166-1 and at the same time a subdivision of another country.</summary>
internal static class Dependencies
{
    private static readonly string[] OfUnitedStates = ["AS", "GU", "MP", "PR", "UM", "VI"];

    /// <summary>Whether a named country and a found one are one and the same, or a territory and its state.</summary>
    public static bool IsSame(string named, string? found, string? subdivision) =>
        named == found || found is null || (found == "US" && subdivision == "US-" + named) || (named == "US" && OfUnitedStates.Contains(found));

    /// <summary>The countries that rows of a place may bear: its own, then the territory or the state that it is as well.</summary>
    public static string[] CountriesOf(string country, string? subdivision) => (country, subdivision) switch
    {
        ("US", { } own) when own.StartsWith("US-", StringComparison.Ordinal) && OfUnitedStates.Contains(own[3..]) => ["US", own[3..]],
        (_, null) when OfUnitedStates.Contains(country) => [country, "US"],
        _ => [country],
    };

    /// <summary>The country in whose postal table the codes of a country stand.</summary>
    public static string PostalCountry(string country) => OfUnitedStates.Contains(country) ? "US" : country;
}
