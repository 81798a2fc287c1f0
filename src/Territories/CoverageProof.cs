using System.Collections.Immutable;
using System.Numerics;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Territories.Proof;

namespace Bailiwick.Territories;

/// <summary>What is certain about a plan, whatever rows may come: per layer its gaps, overlaps and what is dead. Immutable.</summary>
public sealed class CoverageProof
{
    private readonly PlanSpace space;

    private CoverageProof(PlanDocument plan, PlanSpace space, ImmutableArray<LayerProof> layers) => (Plan, this.space, Layers) = (plan, space, layers);

    /// <summary>The plan.</summary>
    public PlanDocument Plan { get; }

    /// <summary>One a layer, in the plan's order.</summary>
    public ImmutableArray<LayerProof> Layers { get; }

    /// <summary>What is wrong with the plan against the geography at hand.</summary>
    public IReadOnlyList<Problem> Problems => space.Rules.Problems;

    /// <summary>Proves a plan.</summary>
    /// <remarks>Same plan, geography and options, same proof, on every machine.</remarks>
    /// <param name="plan">The plan.</param>
    /// <param name="atlas">The geography at hand; null when no rule asks for areas, and every combination of places counts as real.</param>
    /// <param name="options">Limits; null is the defaults.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static CoverageProof Of(PlanDocument plan, Atlas? atlas, ProofOptions? options = null, CancellationToken cancellation = default)
    {
        var laidOut = PlanSpace.Of([plan], atlas);
        return new CoverageProof(plan, laidOut, [.. plan.Layers.Select(layer => new LayerProver(laidOut, plan, layer, options ?? new ProofOptions(), cancellation).Prove())]);
    }

    /// <summary>Which siblings overlap in the accounts of a table, as they walk in from the top; accounts that are named or overridden walk past.</summary>
    /// <param name="layer">The layer's place in the plan.</param>
    /// <param name="accounts">Accounts with their places found.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    /// <returns>Accounts that no rule tells apart, with all pairs of siblings that both match them.</returns>
    public IEnumerable<AccountsInOverlaps> OverlapsIn(int layer, ColumnTable accounts, CancellationToken cancellation = default) =>
        new OverlapWalk(space, Plan, Plan.Layers[layer]).Of(accounts, cancellation);
}

/// <summary>Accounts that no rule tells apart, in overlaps.</summary>
/// <param name="Rows">Their rows in the table, ascending.</param>
/// <param name="Pairs">Siblings that both match them, the earlier first.</param>
public sealed record AccountsInOverlaps(ImmutableArray<int> Rows, ImmutableArray<(TerritoryId Earlier, TerritoryId Later)> Pairs);

/// <summary>How far a proof may go. What a limit leaves open is told as undecided.</summary>
public sealed record ProofOptions
{
    /// <summary>Steps for the gaps of one layer, at least 1: a step is one box compared with one piece of space, some nanoseconds.</summary>
    public long GapSteps { get; init; } = 4_000_000_000;

    /// <summary>Steps for all overlaps of one layer, as many for dead territories, and as many for dead conditions.</summary>
    public long PairSteps { get; init; } = 1_000_000_000;

    /// <summary>So many overlaps of each kind, and so many dead conditions, are listed a layer; all are counted.</summary>
    public int MostListed { get; init; } = 1_000;

    /// <summary>What is asked for; what is not is left empty.</summary>
    public ImmutableHashSet<ProofPart> Parts { get; init; } = [.. Enum.GetValues<ProofPart>()];
}

/// <summary>What is certain about one layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Cells">Number of combinations of classes in scope; shares are of these.</param>
/// <param name="Gaps">Where a row reaches no territory, by the node that leaves it; first where real places can be.</param>
/// <param name="Overlaps">Siblings that both match a row; the first of each kind, in the order of the plan.</param>
/// <param name="Totals">How many overlaps there are.</param>
/// <param name="Dead">Territories that nothing reaches.</param>
/// <param name="DeadConditions">Parts of wheres that could be left out without changing any answer; the first in the order of the plan.</param>
/// <param name="DeadConditionTotal">How many there are.</param>
/// <param name="Undecided">What a limit left open.</param>
public sealed record LayerProof(
    string Layer,
    BigInteger Cells,
    ImmutableArray<CoverageGap> Gaps,
    ImmutableArray<TerritoryOverlap> Overlaps,
    OverlapTotals Totals,
    ImmutableArray<DeadTerritory> Dead,
    ImmutableArray<DeadCondition> DeadConditions,
    int DeadConditionTotal,
    ImmutableArray<Undecided> Undecided)
{
    /// <summary>It is proven that every row that can be, in places that are, reaches a territory.</summary>
    public bool IsComplete => !Gaps.Any(gap => gap.IsConsistent) && !Undecided.Any(each => each.What == ProofPart.Gaps);
}

/// <summary>Rows that reach no territory.</summary>
/// <param name="Path">The territories walked until no child takes the row, joined by <c>/</c>; empty above all territories.</param>
/// <param name="Named">The territory whose named accounts these are; null for rows that walk in from the top.</param>
/// <param name="IsConsistent">Real places can be in it, by the geography at hand.</param>
/// <param name="Share">Share of the combinations of classes in scope, 0 to 1; of all combinations for named accounts.</param>
/// <param name="Regions">Number of disjoint regions.</param>
/// <param name="Witness">The row that fills the fewest columns: column → value. Columns left out are unknown.</param>
public sealed record CoverageGap(string Path, TerritoryId? Named, bool IsConsistent, double Share, int Regions, ImmutableSortedDictionary<string, string> Witness);

/// <summary>How two siblings overlap.</summary>
public enum OverlapKind
{
    /// <summary>Every row of the earlier is one of the later: a special case before the general one.</summary>
    Refines,

    /// <summary>Each has rows of its own: only the order decides.</summary>
    Crosses,

    /// <summary>The later lies strictly within the earlier, and so is dead.</summary>
    Hides,
}

/// <summary>Two siblings whose wheres hold for the same row.</summary>
/// <param name="Earlier">Who takes it.</param>
/// <param name="Later">Who would.</param>
/// <param name="Kind">How they overlap.</param>
/// <param name="IsConsistent">Real places can be in it, by the geography at hand.</param>
/// <param name="Witness">The row that fills the fewest columns.</param>
public sealed record TerritoryOverlap(TerritoryId Earlier, TerritoryId Later, OverlapKind Kind, bool IsConsistent, ImmutableSortedDictionary<string, string> Witness);

/// <summary>Number of overlaps where real places can be, by kind, listed or not; and of those where none can be.</summary>
public sealed record OverlapTotals(long Refines, long Crosses, long Hides, long Inconsistent);

/// <summary>Why nothing reaches a territory.</summary>
public enum DeadReason
{
    /// <summary>Its where holds for no row that comes so far.</summary>
    Empty,

    /// <summary>Earlier siblings take all its rows.</summary>
    Taken,

    /// <summary>The territory above is dead.</summary>
    Above,
}

/// <summary>A territory that nothing reaches.</summary>
/// <param name="Territory">The territory.</param>
/// <param name="Reason">Why.</param>
/// <param name="TakenBy">Earlier siblings that together take all its rows, none of which could be spared; empty for other reasons.</param>
/// <param name="Witness">The row that fills the fewest columns among those that they take from it; null for other reasons.</param>
public sealed record DeadTerritory(TerritoryId Territory, DeadReason Reason, ImmutableArray<TerritoryId> TakenBy, ImmutableSortedDictionary<string, string>? Witness);

/// <summary>A part of a where, or all of it, that could be left out without changing any answer: of an <c>or</c> by the order at hand, of an <c>and</c> in any order.</summary>
/// <param name="Territory">The territory.</param>
/// <param name="Part">The part, as rules are written. Of a where that is implied as a whole no parts are told.</param>
/// <param name="IsTaking">It would add rows (a part of an <c>or</c>), but never does; else it would keep rows out, but never does.</param>
/// <param name="ImpliedBy">What makes it superfluous.</param>
/// <param name="Implying">The territories whose rules do so, none of which could be spared among earlier siblings; empty for the rule itself and for the scope.</param>
public sealed record DeadCondition(TerritoryId Territory, string Part, bool IsTaking, ImplicationKind ImpliedBy, ImmutableArray<TerritoryId> Implying);

/// <summary>What makes a condition superfluous.</summary>
public enum ImplicationKind
{
    /// <summary>The rest of its own rule.</summary>
    Rule,

    /// <summary>What stands above: the scope, territories on the way down, and their earlier siblings.</summary>
    Above,

    /// <summary>Earlier siblings that take all that it would add.</summary>
    Earlier,
}

/// <summary>What was asked for.</summary>
public enum ProofPart
{
    /// <summary>Gaps.</summary>
    Gaps,

    /// <summary>Overlaps.</summary>
    Overlaps,

    /// <summary>Dead territories.</summary>
    Dead,

    /// <summary>Dead conditions.</summary>
    Conditions,
}

/// <summary>What a limit left open; nothing is claimed about it.</summary>
/// <param name="What">What was asked for.</param>
/// <param name="Territory">About which territory; null is the layer.</param>
/// <param name="Why">Which limit.</param>
public sealed record Undecided(ProofPart What, TerritoryId? Territory, Text Why);
