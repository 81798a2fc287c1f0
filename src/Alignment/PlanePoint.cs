namespace Bailiwick.Alignment;

/// <summary>A point on a projected map.</summary>
/// <param name="X">Metres to the east.</param>
/// <param name="Y">Metres to the north.</param>
public readonly record struct PlanePoint(double X, double Y)
{
    /// <summary>Straight distance, in the unit of the coordinates.</summary>
    public double DistanceTo(PlanePoint other)
    {
        double x = X - other.X;
        double y = Y - other.Y;
        return Math.Sqrt((x * x) + (y * y));
    }
}
