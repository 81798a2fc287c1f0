using Bailiwick.Measures;
using Bailiwick.Web.Frame;

namespace Bailiwick.Web.Plan;

/// <summary>Who made the boundaries that a map shows; said on the map.</summary>
internal static class Sources
{
    private static readonly Text World = Text.Same("Natural Earth");
    private static readonly Text UnitedStates = Text.Same("U.S. Census Bureau");
    private static readonly Text Taiwan = new("Ministry of the Interior, Taiwan", "中華民國內政部");

    /// <summary>The country that one of the house's sets covers whole, ISO 3166-1 alpha-2; null for several and for sets of the company.</summary>
    public static string? CountryOf(string set) => set.Split('-')[0] switch
    {
        "us" => "US",
        "tw" => "TW",
        _ => null,
    };

    /// <summary>The makers of a set and of the land around it; the company's own sets are their own affair.</summary>
    public static string Of(string set, Speech speech) => string.Join(" · ", (set.Split('-')[0] switch
    {
        "us" => new[] { UnitedStates, World },
        "tw" => [Taiwan, World],
        _ => [World],
    }).Select(source => speech.Say(source)));
}
