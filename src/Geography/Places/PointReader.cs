using Bailiwick.Measures;

namespace Bailiwick.Geography.Places;

/// <summary>The area at a point: counties in the United States, towns in Taiwan, countries elsewhere.</summary>
internal sealed class PointReader(Atlas atlas)
{
    private static readonly string[] FinestFirst = ["us-counties", "tw-towns", "world-countries"];

    // Coast lines are drawn coarsely: a harbour can lie a few kilometres off the drawn shore.
    private static readonly int[] RadiiMetres = [500, 1000, 2000, 5000];

    private readonly Lazy<BoundarySet[]> sets = new(() => [.. FinestFirst.Where(atlas.Has).Select(atlas.Set)]);

    /// <summary>What lies at a point.</summary>
    public sealed record Found(string? Country, string? Subdivision, string? Area);

    /// <summary>The area at the point, or the nearest within 5 km with a doubt; or null.</summary>
    public Found? Find(LonLat point, List<Doubt> doubts)
    {
        if (At(point) is { } found)
        {
            return found;
        }

        foreach (int radius in RadiiMetres)
        {
            for (int direction = 0; direction < 16; direction++)
            {
                (double north, double east) = Math.SinCos(direction * Math.PI / 8);
                double latitude = point.Latitude + (north * radius / LonLat.MetresPerDegree);
                double longitude = point.Longitude + (east * radius / LonLat.MetresPerDegree / Math.Max(0.01, Math.Cos(double.DegreesToRadians(point.Latitude))));
                if (LonLat.IsValid(longitude, latitude) && At(new LonLat(longitude, latitude)) is { } near)
                {
                    doubts.Add(Doubts.OffShore(point, near.Area!, radius));
                    return near;
                }
            }
        }

        return null;
    }

    private Found? At(LonLat point)
    {
        foreach (BoundarySet set in sets.Value)
        {
            if (set.Find(point) is { } index)
            {
                Area area = set.Areas[index];
                return new Found(area.Country, area.Subdivision, $"{set.Id}/{area.Code}");
            }
        }

        return null;
    }
}
