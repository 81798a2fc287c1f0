using System.Collections.Immutable;

namespace Bailiwick.Geography;

/// <summary>The front: all boundary sets, places and codes at hand. Sets are opened when first asked for. Immutable and safe for many threads.</summary>
public sealed class Atlas
{
    private Atlas()
    {
    }

    /// <summary>Opens the compiled geography.</summary>
    /// <param name="folder">The folder; by default <c>geography</c> beside the program, or <c>artifacts/geography</c> above it.</param>
    /// <exception cref="DirectoryNotFoundException">There is none; the message says how to make it.</exception>
    public static Atlas Open(string? folder = null) => throw new NotSupportedException(folder);

    /// <summary>The ids of all sets, the house's own first.</summary>
    public IReadOnlyList<string> SetIds => throw new NotSupportedException();

    /// <summary>All places with population; the most populous first.</summary>
    public ImmutableArray<PopulatedPlace> Places => throw new NotSupportedException();

    /// <summary>All postal codes, by country and code.</summary>
    public ImmutableArray<PostalPlace> Postals => throw new NotSupportedException();

    /// <summary>ISO 3166-1.</summary>
    public CountryCodes Countries => throw new NotSupportedException();

    /// <summary>ISO 3166-2.</summary>
    public SubdivisionCodes Subdivisions => throw new NotSupportedException();

    /// <summary>Places what rows say. It knows the sets of this atlas.</summary>
    public PlaceResolver Resolver => throw new NotSupportedException();

    /// <summary>Whether there is a set with this id.</summary>
    public bool Has(string id) => throw new NotSupportedException(id);

    /// <summary>The set with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those there are.</exception>
    public BoundarySet Set(string id) => throw new NotSupportedException(id);

    /// <summary>This atlas with a company's own sets; one with the id of another takes its place.</summary>
    public Atlas With(IEnumerable<BoundarySet> own) => throw new NotSupportedException(own.ToString());
}
