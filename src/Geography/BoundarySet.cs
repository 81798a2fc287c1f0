using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Bailiwick.Geography.Shapes;
using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>A named set of areas that cover a piece of the earth without overlap, with their shapes and neighbours. Immutable and safe for many threads.</summary>
public sealed class BoundarySet
{
    private readonly FrozenDictionary<string, int> byCode;
    private readonly Lazy<AreaLookup> lookup;
    private readonly Lazy<LinkedGraph> linked;

    private BoundarySet(string id, Text name, ImmutableArray<Area> areas, Topology topology)
    {
        (Id, Name, Areas, Topology) = (id, name, areas, topology);
        Neighbours = AreaGraph.Of(areas.Length, topology.Borders());
        byCode = areas.Select((area, index) => KeyValuePair.Create(area.Code.Value, index)).ToFrozenDictionary(StringComparer.Ordinal);
        lookup = new(() => new AreaLookup(topology));
        linked = new(() => SeaLinks.Join(Neighbours, topology));
    }

    /// <summary>The key of the set: <c>us-counties</c>. Lower case letters, digits and hyphens.</summary>
    public string Id { get; }

    /// <summary>What a person calls it.</summary>
    public Text Name { get; }

    /// <summary>The areas in ascending order of their codes. An area's index is its place in this list.</summary>
    public ImmutableArray<Area> Areas { get; }

    /// <summary>Which areas share a piece of border line, by index. Touching in a point alone does not count.</summary>
    public AreaGraph Neighbours { get; }

    internal Topology Topology { get; }

    /// <summary>The index of the area with this code, or null.</summary>
    public int? IndexOf(AreaCode code) => byCode.TryGetValue(code.Value, out int index) ? index : null;

    /// <summary>The index of the area that holds the point, or null. On a border one of the two sides answers, always the same.</summary>
    public int? Find(LonLat point) => lookup.Value.Find(point.Longitude, point.Latitude) is >= 0 and int area ? area : null;

    /// <summary>The neighbours, and the shortest sea links that join all components into one. Found once, then kept.</summary>
    public LinkedGraph Linked() => linked.Value;

    /// <summary>Writes a compact GeoJSON FeatureCollection for a browser: feature id = index in <see cref="Areas"/>, properties <c>code</c>, <c>name</c>, <c>zh</c>.</summary>
    /// <remarks>Simplified by border lines, so neighbours still meet exactly. Coordinates have four or five decimals.</remarks>
    public void WriteMap(Stream output) => MapWriter.Write(this, output);

    /// <summary>The set in the form in which it is kept; <see cref="Open"/> reads it.</summary>
    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            CompiledSet.Write(writer, Id, Name, Areas, Topology);
        }

        return memory.ToArray();
    }

    /// <summary>Opens a set that was kept.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a compiled set, or are cut off.</exception>
    public static BoundarySet Open(byte[] compiled)
    {
        using var reader = new BinaryReader(new MemoryStream(compiled), Encoding.UTF8);
        (string id, Text name, ImmutableArray<Area> areas, Topology topology) = CompiledSet.Read(reader);
        return new BoundarySet(id, name, areas, topology);
    }

    /// <summary>Compiles drafts whose rings meet point by point; those that are not valid are fixed. Areas without any surface are left out.</summary>
    internal static BoundarySet Of(string id, Text name, IEnumerable<AreaDraft> drafts)
    {
        AreaDraft[] ordered = [.. Valid([.. drafts]).Where(draft => draft.Rings.Count > 0).OrderBy(draft => draft.Code, StringComparer.Ordinal)];
        Topology topology = TopologyBuilder.Build([.. ordered.Select(draft => draft.Rings)]);
        ImmutableArray<Area> areas =
        [
            .. ordered.Select(draft => new Area(
                new AreaCode(draft.Code), draft.Name, draft.Parent, draft.Country, draft.Subdivision,
                Polygons.Middle(draft.Rings), Surface.SquareKilometres(draft.Rings))),
        ];
        return new BoundarySet(id, name, areas, topology);
    }

    /// <summary>
    /// The drafts with valid rings. A border that crosses itself does so for both of its areas: both get the crossing as a corner, and the loop
    /// between goes to the one that has it on its inner side.
    /// </summary>
    private static IEnumerable<AreaDraft> Valid(AreaDraft[] drafts)
    {
        List<GridPoint[]>[] rings = [.. drafts.Select(draft => draft.Rings)];
        HashSet<GridPoint> crossings = [.. rings.SelectMany(ShapeFixer.Crossings)];
        rings = Noding.Insert(rings, crossings, reach: 2);
        return drafts.Select((draft, i) => draft with { Rings = [.. Polygons.Group(ShapeFixer.Fix(Polygons.WithoutStrayHoles(rings[i]))).SelectMany(polygon => polygon)] });
    }
}
