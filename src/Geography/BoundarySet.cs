using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>A named set of areas that cover a piece of the earth without overlap, with their shapes and neighbours. Immutable and safe for many threads.</summary>
public sealed class BoundarySet
{
    private BoundarySet(string id, Text name, ImmutableArray<Area> areas, AreaGraph neighbours) =>
        (Id, Name, Areas, Neighbours) = (id, name, areas, neighbours);

    /// <summary>The key of the set: <c>us-counties</c>. Lower case letters, digits and hyphens.</summary>
    public string Id { get; }

    /// <summary>What a person calls it.</summary>
    public Text Name { get; }

    /// <summary>The areas in ascending order of their codes. An area's index is its place in this list.</summary>
    public ImmutableArray<Area> Areas { get; }

    /// <summary>Which areas share a piece of border line, by index. Touching in a point alone does not count.</summary>
    public AreaGraph Neighbours { get; }

    /// <summary>The index of the area with this code, or null.</summary>
    public int? IndexOf(AreaCode code) => throw new NotSupportedException(code.Value);

    /// <summary>The index of the area that holds the point, or null. On a border one of the two sides answers, always the same.</summary>
    public int? Find(LonLat point) => throw new NotSupportedException();

    /// <summary>The neighbours, and the shortest sea links that join all components into one.</summary>
    public LinkedGraph Linked() => throw new NotSupportedException();

    /// <summary>Writes a compact GeoJSON FeatureCollection for a browser: feature id = index in <see cref="Areas"/>, properties <c>code</c>, <c>name</c>, <c>zh</c>.</summary>
    public void WriteMap(Stream output) => throw new NotSupportedException();
}
