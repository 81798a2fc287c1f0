using System.Collections.Immutable;
using Bailiwick.Geography;

namespace Bailiwick.Rules.Space;

/// <summary>What the geography at hand knows of the classes of places: which go together, and by which names.</summary>
/// <remarks>
/// Places are one tree: a city, a postal code and an area lie in one subdivision, that in one country. Any of them may be left out of a row. What
/// geography does not know may be anywhere; two boundary sets know of each other only by subdivision and country.
/// </remarks>
internal sealed class PlaceSpace
{
    private readonly (int Number, PlaceAxis Places)[] axes;
    private readonly (int Region, Box Box)[] regions;

    private PlaceSpace((int Number, PlaceAxis Places)[] axes, int regions)
    {
        this.axes = axes;
        this.regions = [.. Enumerable.Range(0, regions).Select(region => (region, Box.Of(axes.Select(axis => new BoxSide(axis.Number, axis.Places.In(region))))!)).DistinctBy(each => each.Item2)];
        // One alone contradicts nothing.
        Real = axes.Length < 2 ? [Box.Everything] : BoxMaker.Tidy([.. this.regions.Select(each => each.Box)]);
    }

    /// <summary>Boxes that together are what a real place can be.</summary>
    public ImmutableArray<Box> Real { get; }

    public static PlaceSpace Of(ImmutableArray<AxisIndex> axes, Atlas? atlas)
    {
        AxisIndex[] asked = [.. axes.Where(axis => axis is AreaAxis || axis.Attribute.Field.Name is "country" or "subdivision" or "city" or "postal")];
        bool isKnown = asked.Length > 1 || (asked is [TextAxis { Attribute.Field.Name: "country" or "subdivision" }]);
        if (atlas is null || !isKnown)
        {
            return new PlaceSpace([], 0);
        }

        var byCode = new RegionsByCode(atlas);
        return new PlaceSpace([.. axes.Select((axis, number) => (number, PlaceAxis.Of(axis, atlas, byCode)!)).Where(axis => axis.Item2 is not null)], atlas.Regions.Length);
    }

    /// <summary>Puts names that go together in the place of those made from the rules.</summary>
    /// <param name="classes">A class per axis.</param>
    /// <param name="row">The row.</param>
    public void Improve(ReadOnlySpan<int> classes, IDictionary<string, string> row)
    {
        int region = RegionOf(classes);
        foreach ((int number, PlaceAxis places) in axes)
        {
            if (classes[number] > 0 && (region < 0 ? places.NameOf(classes[number]) : places.NameIn(region, classes[number])) is { } name)
            {
                row[places.Column] = name;
            }
        }
    }

    private int RegionOf(ReadOnlySpan<int> classes)
    {
        foreach ((int region, Box box) in regions)
        {
            if (box.Holds(classes))
            {
                return region;
            }
        }

        return -1;
    }
}
