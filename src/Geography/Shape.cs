using Bailiwick.Geography.Files;
using Bailiwick.Measures;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Bailiwick.Geography;

/// <summary>A piece of the earth that someone drew: one polygon or many, with holes. Immutable and safe for many threads.</summary>
public sealed class Shape
{
    private readonly Envelope extent;
    private readonly IndexedPointInAreaLocator locator;

    internal Shape(Geometry area)
    {
        extent = area.EnvelopeInternal;
        locator = new IndexedPointInAreaLocator(area);
        Contains(new LonLat(extent.MinX, extent.MinY)); // builds the index, so that many threads may ask at once
    }

    /// <summary>Reads GeoJSON (RFC 7946): a Polygon, a MultiPolygon, a Feature or a FeatureCollection of these. Several polygons are one shape.</summary>
    /// <param name="file">What problems call the file.</param>
    /// <param name="text">The content.</param>
    public static ShapeReading Parse(string file, string text) => new ShapeReader(file, text).Read();

    /// <summary>The corners of the smallest upright rectangle around it: south-west, north-east.</summary>
    public (LonLat SouthWest, LonLat NorthEast) Extent => (new LonLat(extent.MinX, extent.MinY), new LonLat(extent.MaxX, extent.MaxY));

    /// <summary>Whether a point lies in it. Its border belongs to it, and so do the borders of its holes.</summary>
    public bool Contains(LonLat point) =>
        extent.Contains(point.Longitude, point.Latitude) && locator.Locate(new Coordinate(point.Longitude, point.Latitude)) != Location.Exterior;
}

/// <summary>What became of a shape's text.</summary>
/// <param name="Shape">The shape; null when there are problems.</param>
/// <param name="Problems">All of them, each with line and column.</param>
public sealed record ShapeReading(Shape? Shape, IReadOnlyList<Problem> Problems);
