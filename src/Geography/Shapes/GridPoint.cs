using Bailiwick.Measures;

namespace Bailiwick.Geography.Shapes;

/// <summary>A border point on the room's grid of 1e-7 degrees (about a centimetre). Equal points are exactly equal.</summary>
internal readonly record struct GridPoint(int X, int Y)
{
    public const double PerDegree = 1e7;

    public double Longitude => X / PerDegree;

    public double Latitude => Y / PerDegree;

    public LonLat ToLonLat() => new(Longitude, Latitude);

    public static GridPoint Of(double longitude, double latitude) =>
        new((int)Math.Round(longitude * PerDegree), (int)Math.Round(latitude * PerDegree));

    /// <summary>The order in which rings and arcs choose where to begin.</summary>
    public static int Compare(GridPoint left, GridPoint right) =>
        left.X != right.X ? left.X.CompareTo(right.X) : left.Y.CompareTo(right.Y);
}
