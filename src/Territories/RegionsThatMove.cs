using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Measures;
using Bailiwick.Territories.Proof;

namespace Bailiwick.Territories;

/// <summary>What changes hands between two versions of a plan, for every row that may come; beside the accounts at hand it needs none.</summary>
/// <param name="Layers">The layers of both, in the order of the later version, then those that it no longer has.</param>
/// <param name="Problems">What makes the comparison doubtful, and what is wrong with the plans against the geography at hand.</param>
public sealed record RegionsThatMove(ImmutableArray<LayerRegions> Layers, IReadOnlyList<Problem> Problems)
{
    /// <summary>Compares two versions. A layer that one of them lacks takes no row there.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    /// <param name="atlas">The geography at hand; null when no rule asks for areas.</param>
    /// <param name="options">Limits (<see cref="ProofOptions.GapSteps"/> a layer); null is the defaults.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static RegionsThatMove Between(PlanDocument before, PlanDocument after, Atlas? atlas, ProofOptions? options = null, CancellationToken cancellation = default)
    {
        var space = PlanSpace.Of([before, after], atlas);
        string[] names = [.. after.Layers.Concat(before.Layers).Select(layer => layer.Name).Distinct(StringComparer.Ordinal)];
        Problem[] doubts = before.Scope.Rates.SequenceEqual(after.Scope.Rates) ? [] : [Territories.Problems.RatesDiffer()];
        return new RegionsThatMove(
            [
                .. names.Select(name => new RegionDiffer(space, LayerOf(before, name), LayerOf(after, name), options ?? new ProofOptions(), cancellation).Find()),
            ],
            [.. doubts, .. space.Rules.Problems]);
    }

    private static Layer? LayerOf(PlanDocument plan, string name) => plan.Layers.FirstOrDefault(layer => layer.Name == name);
}

/// <summary>What changes hands in one layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Moved">Regions by where they were and where they come; first where real places can be, then by share, the largest first.</param>
/// <param name="Named">Accounts that other territories name.</param>
/// <param name="Undecided">What a limit left open.</param>
public sealed record LayerRegions(string Layer, ImmutableArray<MovedRegion> Moved, ImmutableArray<MovedName> Named, ImmutableArray<Undecided> Undecided);

/// <summary>Rows that change hands, as they walk in from the top.</summary>
/// <param name="From">Where they were.</param>
/// <param name="To">Where they come.</param>
/// <param name="IsConsistent">Real places can be in it, by the geography at hand.</param>
/// <param name="Share">Share of all combinations of classes, 0 to 1.</param>
/// <param name="Regions">Number of disjoint regions.</param>
/// <param name="Witness">The row that fills the fewest columns.</param>
public sealed record MovedRegion(RowEnd From, RowEnd To, bool IsConsistent, double Share, int Regions, ImmutableSortedDictionary<string, string> Witness);

/// <summary>Where rows end.</summary>
/// <param name="Territory">The territory; null in a gap and out of scope.</param>
/// <param name="IsGap">In scope, and no territory takes them.</param>
public readonly record struct RowEnd(TerritoryId? Territory, bool IsGap)
{
    /// <summary>As files name it: the territory, <c>gap</c> or <c>out_of_scope</c>.</summary>
    public override string ToString() => Territory is { } id ? id.Value : PlanAnswer.NameOf(IsGap ? MatchRule.Gap : MatchRule.OutOfScope);
}

/// <summary>An account that another territory names.</summary>
/// <param name="Account">The account.</param>
/// <param name="From">The territory that named it; null is none.</param>
/// <param name="To">The territory that names it; null is none.</param>
public sealed record MovedName(AccountId Account, TerritoryId? From, TerritoryId? To);
