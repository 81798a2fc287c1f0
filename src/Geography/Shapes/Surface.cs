using Bailiwick.Measures;

namespace Bailiwick.Geography.Shapes;

/// <summary>Surface and middle of rings on the sphere.</summary>
internal static class Surface
{
    /// <summary>The signed surface in square kilometres: positive for shells, negative for holes.</summary>
    /// <remarks>
    /// Chamberlain and Duquette, "Some algorithms for polygons on a sphere", JPL Publication 07-03, 2007: R² / 2 · Σ (λ₂ − λ₁)(2 + sin φ₁ + sin φ₂),
    /// λ longitude and φ latitude of the ends of each segment, R the mean radius of the earth.
    /// </remarks>
    public static double SquareKilometres(ReadOnlySpan<GridPoint> ring)
    {
        double sum = 0;
        GridPoint from = ring[^1];
        double fromSine = Math.Sin(double.DegreesToRadians(from.Latitude));
        foreach (GridPoint to in ring)
        {
            double toSine = Math.Sin(double.DegreesToRadians(to.Latitude));
            sum += double.DegreesToRadians(to.Longitude - from.Longitude) * (2 + fromSine + toSine);
            (from, fromSine) = (to, toSine);
        }

        return -sum * LonLat.EarthRadius * LonLat.EarthRadius / 2 / 1e6;
    }

    /// <summary>The surface of an area in square kilometres, 0 or more.</summary>
    public static double SquareKilometres(IEnumerable<GridPoint[]> rings) => Math.Max(0, rings.Sum(ring => SquareKilometres(ring)));
}
