using System.Text.Json;
using Bailiwick.Geography.Shapes;

namespace Bailiwick.Geography.Files;

/// <summary>Ids and properties of a JSON feature, as text.</summary>
internal static class Properties
{
    public static string? IdOf(JsonElement feature) => feature.TryGetProperty("id", out JsonElement id) ? TextOf(id) : null;

    public static IReadOnlyDictionary<string, string> Of(JsonElement feature)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (feature.TryGetProperty("properties", out JsonElement properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                if (TextOf(property.Value) is { Length: > 0 } text)
                {
                    found[property.Name] = text;
                }
            }
        }

        return found;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null => null,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.ValueKind, "not a kind of JSON value"),
    };
}

/// <summary>Positions as files give them.</summary>
internal static class Positions
{
    /// <exception cref="FormatException">Not a longitude and a latitude.</exception>
    public static GridPoint ToGrid(double longitude, double latitude) =>
        longitude is >= -180.0001 and <= 180.0001 && latitude is >= -90.0001 and <= 90.0001
            ? GridPoint.Of(Math.Clamp(longitude, -180, 180), Math.Clamp(latitude, -90, 90))
            : throw new FormatException(FormattableString.Invariant($"({longitude}, {latitude}) is not a longitude in -180 to 180 and a latitude in -90 to 90."));
}
