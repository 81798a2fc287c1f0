using System.Globalization;
using System.Text;
using Bailiwick.Geography;

namespace Bailiwick.SecondOpinion;

/// <summary>The boundary set of the small worlds: sixteen squares of one degree, in the middle of Europe.</summary>
public static class Squares
{
    /// <summary>Its id.</summary>
    public const string Id = "squares";

    /// <summary>The south-west corner.</summary>
    public const int West = 8, South = 48;

    private const int Side = 4;

    /// <summary>The codes: column, then row, from the south-west.</summary>
    public static IEnumerable<string> Codes => Enumerable.Range(0, Side * Side).Select(square => CodeOf(square / Side, square % Side));

    /// <summary>The code of the square that holds a point; null outside. Points of small worlds are never on a border.</summary>
    public static string? At(decimal longitude, decimal latitude)
    {
        int column = (int)Math.Floor(longitude) - West;
        int row = (int)Math.Floor(latitude) - South;
        return column is >= 0 and < Side && row is >= 0 and < Side ? CodeOf(column, row) : null;
    }

    /// <summary>The middle of a square.</summary>
    public static (decimal Longitude, decimal Latitude) MiddleOf(string code) => (West + code[1] - '0' + 0.5m, South + code[2] - '0' + 0.5m);

    /// <summary>An atlas that has the set beside the house's own.</summary>
    public static Atlas AtlasWith(Atlas house) =>
        house.With([BoundaryImport.Read("squares.geojson", Encoding.UTF8.GetBytes(GeoJson()), new BoundaryOptions(Id)).Set ?? throw new InvalidOperationException("the squares are not a coverage")]);

    private static string CodeOf(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"S{column}{row}");

    private static string GeoJson()
    {
        IEnumerable<string> features = Codes.Select(code =>
        {
            (decimal x, decimal y) = MiddleOf(code);
            string[] corners = [.. new[] { (-0.5m, -0.5m), (0.5m, -0.5m), (0.5m, 0.5m), (-0.5m, 0.5m), (-0.5m, -0.5m) }
                .Select(corner => string.Create(CultureInfo.InvariantCulture, $"[{x + corner.Item1}, {y + corner.Item2}]"))];
            return $$$"""{"type":"Feature","properties":{"code":"{{{code}}}","name":"{{{code}}}"},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(", ", corners)}}}]]}}""";
        });
        return $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}""";
    }
}
