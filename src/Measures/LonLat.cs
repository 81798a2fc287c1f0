namespace Bailiwick.Measures;

/// <summary>A point on the earth in degrees (WGS 84): longitude first, then latitude, as everywhere in the house.</summary>
public readonly record struct LonLat
{
    /// <summary>Mean radius of the earth in metres (IUGG, R1).</summary>
    public const double EarthRadius = 6_371_008.8;

    /// <summary>Metres in a degree of latitude, and in one of longitude at the equator, on the sphere of <see cref="EarthRadius"/>, rounded.</summary>
    public const double MetresPerDegree = 111_195;

    /// <param name="longitude">Degrees east, −180 to 180.</param>
    /// <param name="latitude">Degrees north, −90 to 90.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is outside its range or not a number.</exception>
    public LonLat(double longitude, double latitude)
    {
        if (!IsValid(longitude, latitude))
        {
            throw new ArgumentOutOfRangeException(nameof(longitude), $"({longitude}, {latitude}) is not a longitude in -180 to 180 and a latitude in -90 to 90.");
        }

        Longitude = longitude;
        Latitude = latitude;
    }

    /// <summary>Degrees east, −180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>Degrees north, −90 to 90.</summary>
    public double Latitude { get; }

    /// <summary>Whether the two numbers can be a point.</summary>
    public static bool IsValid(double longitude, double latitude) =>
        longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90;

    /// <summary>The point of these two numbers; null when one is missing, or when they cannot be a point.</summary>
    public static LonLat? OrNull(double? longitude, double? latitude) =>
        longitude is { } east && latitude is { } north && IsValid(east, north) ? new LonLat(east, north) : null;

    /// <summary>Great-circle distance by the haversine formula (Sinnott, "Virtues of the Haversine", Sky and Telescope 68(2), 1984).</summary>
    /// <remarks>On a sphere of <see cref="EarthRadius"/>: within 0.56 % of the ellipsoid.</remarks>
    public Metres DistanceTo(LonLat other)
    {
        double phi1 = double.DegreesToRadians(Latitude);
        double phi2 = double.DegreesToRadians(other.Latitude);
        double halfPhi = Math.Sin((phi2 - phi1) / 2);
        double halfLambda = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        double a = (halfPhi * halfPhi) + (Math.Cos(phi1) * Math.Cos(phi2) * halfLambda * halfLambda);
        return Metres.Of(2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(a))));
    }
}
