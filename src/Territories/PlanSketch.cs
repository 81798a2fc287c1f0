using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Territories;

/// <summary>A plan that is not a file yet: what is made of other files. <see cref="Write"/> gives its text.</summary>
/// <param name="Name">The plan's name.</param>
public sealed record PlanSketch(string Name)
{
    /// <summary>Lines of comment at the top, without their mark.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Custom fields, by name.</summary>
    public ImmutableSortedDictionary<string, FieldKind> Fields { get; init; } = RuleScope.Plain.CustomFields;

    /// <summary>What one unit of each currency is worth.</summary>
    public ImmutableSortedDictionary<string, decimal> Rates { get; init; } = RuleScope.Plain.Rates;

    /// <summary>The layers.</summary>
    public ImmutableArray<LayerSketch> Layers { get; init; } = [];

    /// <summary>Who owns which territory.</summary>
    public ImmutableArray<TerritoryRep> Reps { get; init; } = [];

    /// <summary>List files beside the plan: relative path → content.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = NoFiles;

    /// <summary>No list files: where to begin when adding some.</summary>
    public static ImmutableSortedDictionary<string, string> NoFiles { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The plan file's text.</summary>
    public string Write() => PlanWriter.Write(this);
}

/// <summary>A layer of a plan that is not a file yet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Territories">The territories at the top, in the order in which they are asked.</param>
public sealed record LayerSketch(string Name, ImmutableArray<TerritorySketch> Territories);

/// <summary>A territory of a plan that is not a file yet.</summary>
/// <param name="Id">Its key.</param>
public sealed record TerritorySketch(string Id)
{
    /// <summary>What people call it; null is the id.</summary>
    public string? Name { get; init; }

    /// <summary>Its rule as text, or <c>otherwise</c>; null for a territory by name only.</summary>
    public string? Where { get; init; }

    /// <summary>Named accounts. An empty list of a territory without a rule is written, so that it stands there waiting for names.</summary>
    public ImmutableArray<AccountId> Accounts { get; init; } = [];

    /// <summary>The list file that holds the named accounts in place of <see cref="Accounts"/>; null without.</summary>
    public string? AccountsFile { get; init; }

    /// <summary>Accounts that no child takes stay here.</summary>
    public bool Keeps { get; init; }

    /// <summary>The territories below.</summary>
    public ImmutableArray<TerritorySketch> Children { get; init; } = [];

    /// <summary>Lines of comment above it, without their mark.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>This territory and all below, parents before children.</summary>
    public IEnumerable<TerritorySketch> WithDescendants() => Children.SelectMany(child => child.WithDescendants()).Prepend(this);
}
