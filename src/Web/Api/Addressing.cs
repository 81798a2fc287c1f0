namespace Bailiwick.Web.Api;

/// <summary>The addresses of the API, once.</summary>
internal static class Addressing
{
    public const string Root = "/api/v1";
    public const string Plans = Root + "/plans";
    public const string Reps = Root + "/reps";

    /// <summary>The set of the countries: the muted land around a plan.</summary>
    public const string Land = "world-countries";

    public static string Boundaries(string id) => $"{Root}/boundaries/{Uri.EscapeDataString(id)}";
}
