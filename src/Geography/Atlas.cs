using System.Collections.Frozen;
using System.Collections.Immutable;
using Bailiwick.Geography.Places;

namespace Bailiwick.Geography;

/// <summary>The front: all boundary sets, places and codes at hand. Sets are opened when first asked for. Immutable and safe for many threads.</summary>
public sealed class Atlas
{
    /// <summary>The house's own sets, in the order in which they are listed.</summary>
    private static readonly string[] HouseSets = ["world-countries", "us-states", "us-counties", "tw-counties", "tw-towns", "tw-villages"];

    private readonly FrozenDictionary<string, Lazy<BoundarySet>> sets;
    private readonly Lazy<ImmutableArray<PopulatedPlace>> places;
    private readonly Lazy<ImmutableArray<PostalPlace>> postals;
    private readonly Lazy<(CountryCodes Countries, SubdivisionCodes Subdivisions)> codes;
    private readonly Lazy<PlaceResolver> resolver;
    private readonly Lazy<ImmutableArray<PlaceRegion>> regions;

    private Atlas(
        IEnumerable<KeyValuePair<string, Lazy<BoundarySet>>> sets,
        Lazy<ImmutableArray<PopulatedPlace>> places,
        Lazy<ImmutableArray<PostalPlace>> postals,
        Lazy<(CountryCodes Countries, SubdivisionCodes Subdivisions)> codes)
    {
        this.sets = sets.ToFrozenDictionary(StringComparer.Ordinal);
        SetIds = [.. HouseSets.Where(this.sets.ContainsKey), .. this.sets.Keys.Except(HouseSets, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        (this.places, this.postals, this.codes) = (places, postals, codes);
        resolver = new(() => new PlaceResolver(this));
        regions = new(() => PlaceRegion.Of(Countries, Subdivisions));
    }

    /// <summary>The ids of all sets: the house's own, then a company's in order of their ids.</summary>
    public IReadOnlyList<string> SetIds { get; }

    /// <summary>All places with population; the most populous first. In Taiwan these are the districts and townships.</summary>
    public ImmutableArray<PopulatedPlace> Places => places.Value;

    /// <summary>All postal codes, by country and code.</summary>
    public ImmutableArray<PostalPlace> Postals => postals.Value;

    /// <summary>ISO 3166-1.</summary>
    public CountryCodes Countries => codes.Value.Countries;

    /// <summary>ISO 3166-2.</summary>
    public SubdivisionCodes Subdivisions => codes.Value.Subdivisions;

    /// <summary>The world in pieces: every subdivision, and every country without one.</summary>
    public ImmutableArray<PlaceRegion> Regions => regions.Value;

    /// <summary>Places what rows say. It knows the sets of this atlas.</summary>
    public PlaceResolver Resolver => resolver.Value;

    /// <summary>Opens the compiled geography.</summary>
    /// <param name="folder">The folder; by default <c>geography</c> beside the program, or <c>artifacts/geography</c> above it.</param>
    /// <exception cref="DirectoryNotFoundException">There is none; the message says how to make it.</exception>
    public static Atlas Open(string? folder = null)
    {
        string found = folder ?? CompiledFolder();
        if (!Directory.Exists(found))
        {
            throw new DirectoryNotFoundException($"There is no compiled geography in {found}. Run ./bailiwick or eng/build once: it makes it.");
        }

        return new Atlas(
            HouseSets.Select(id => (Id: id, File: Path.Combine(found, id + ".bin")))
                .Where(set => File.Exists(set.File))
                .Select(set => KeyValuePair.Create(set.Id, new Lazy<BoundarySet>(() => BoundarySet.Open(File.ReadAllBytes(set.File))))),
            new(() => PlaceTables.ReadPlaces(Path.Combine(found, PlaceTables.PlacesFile))),
            new(() => PlaceTables.ReadPostals(Path.Combine(found, PlaceTables.PostalsFile))),
            new(() => PlaceTables.ReadCodes(Path.Combine(found, PlaceTables.CodesFile))));
    }

    /// <summary>Whether there is a set with this id.</summary>
    public bool Has(string id) => sets.ContainsKey(id);

    /// <summary>The set with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those there are.</exception>
    public BoundarySet Set(string id) => sets.TryGetValue(id, out Lazy<BoundarySet>? set)
        ? set.Value
        : throw new KeyNotFoundException($"There is no boundary set \"{id}\". There are: {string.Join(", ", SetIds)}.");

    /// <summary>This atlas with a company's own sets; one with the id of another takes its place.</summary>
    public Atlas With(IEnumerable<BoundarySet> own)
    {
        var all = sets.ToDictionary(StringComparer.Ordinal);
        foreach (BoundarySet set in own)
        {
            all[set.Id] = new Lazy<BoundarySet>(set);
        }

        return new Atlas(all, places, postals, codes);
    }

    private static string CompiledFolder()
    {
        string beside = Path.Combine(AppContext.BaseDirectory, "geography");
        if (Directory.Exists(beside))
        {
            return beside;
        }

        for (DirectoryInfo? above = new(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            string compiled = Path.Combine(above.FullName, "artifacts", "geography");
            if (Directory.Exists(compiled))
            {
                return compiled;
            }
        }

        throw new DirectoryNotFoundException(
            $"The compiled geography is neither in {beside} nor in an artifacts/geography above it. Run ./bailiwick or eng/build once: it makes it.");
    }
}
