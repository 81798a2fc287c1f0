using System.Collections.Immutable;
using Bailiwick.Geography;

namespace Bailiwick.Rules.Space;

/// <summary>What the geography at hand knows of the classes of places: which go together, and by which names.</summary>
internal sealed class PlaceSpace
{
    private PlaceSpace(ImmutableArray<Box> real) => Real = real;

    /// <summary>Boxes that together are what a real place can be.</summary>
    public ImmutableArray<Box> Real { get; }

    public static PlaceSpace Of(ImmutableArray<AxisIndex> axes, Atlas? atlas)
    {
        _ = (axes, atlas);
        return new PlaceSpace([Box.Everything]);
    }

    /// <summary>Puts names that go together in the place of those made from the rules.</summary>
    public void Improve(ReadOnlySpan<int> classes, IDictionary<string, string> row)
    {
        _ = (Real, classes.Length, row);
    }
}
