using Bailiwick.Alignment;
using Bailiwick.Measures;

namespace Bailiwick.Workbench.Design;

/// <summary>Lays points of the earth on a plane around their middle, in whole metres, true to area.</summary>
/// <remarks>Lambert's azimuthal equal-area projection on the sphere (Snyder, "Map projections: a working manual", USGS 1395, 1987, p. 185).
/// Whole metres, so that the last bit of a machine's sine does not matter.</remarks>
internal sealed class PlaneMap
{
    private readonly double sinMiddle;
    private readonly double cosMiddle;
    private readonly double longitude;

    /// <param name="points">At least one.</param>
    internal PlaneMap(IReadOnlyCollection<LonLat> points)
    {
        // The middle on the sphere, so that the antimeridian is no border.
        (double x, double y, double z) = (0, 0, 0);
        foreach (LonLat point in points)
        {
            (double sinPhi, double cosPhi) = Math.SinCos(double.DegreesToRadians(point.Latitude));
            (double sinLambda, double cosLambda) = Math.SinCos(double.DegreesToRadians(point.Longitude));
            (x, y, z) = (x + (cosPhi * cosLambda), y + (cosPhi * sinLambda), z + sinPhi);
        }

        longitude = Math.Atan2(y, x);
        (sinMiddle, cosMiddle) = Math.SinCos(Math.Atan2(z, Math.Sqrt((x * x) + (y * y))));
    }

    internal PlanePoint Of(LonLat point)
    {
        (double sinPhi, double cosPhi) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        (double sinLambda, double cosLambda) = Math.SinCos(double.DegreesToRadians(point.Longitude) - longitude);
        double k = Math.Sqrt(2 / Math.Max(1e-9, 1 + (sinMiddle * sinPhi) + (cosMiddle * cosPhi * cosLambda)));
        return new PlanePoint(
            Math.Round(LonLat.EarthRadius * k * cosPhi * sinLambda),
            Math.Round(LonLat.EarthRadius * k * ((cosMiddle * sinPhi) - (sinMiddle * cosPhi * cosLambda))));
    }
}
