using Bailiwick.Measures;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Bailiwick.Geography.Files;

/// <summary>From the coordinates of a shapefile to longitude and latitude (WGS 84), by the text of its .prj.</summary>
internal static class Projection
{
    /// <summary>The conversion; without a .prj none, with a doubt. Null, with a problem, when the projection is not understood.</summary>
    public static Func<double, double, (double X, double Y)>? Of(string? text, string file, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(Problems.NoProjection(file));
            return (x, y) => (x, y);
        }

        try
        {
            if (new CoordinateSystemFactory().CreateFromWkt(text) is not { } system)
            {
                problems.Add(Problems.ForeignProjection(file, text));
                return null;
            }

            MathTransform transform = new CoordinateTransformationFactory().CreateFromCoordinateSystems(system, GeographicCoordinateSystem.WGS84).MathTransform;
            return (x, y) => transform.Transform(x, y);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException or NotImplementedException or FormatException or InvalidCastException or NullReferenceException)
        {
            problems.Add(Problems.ForeignProjection(file, text));
            return null;
        }
    }
}
