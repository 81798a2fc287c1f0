using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Alignment;

/// <summary>A limit that a plan does not keep.</summary>
/// <param name="Territory">The territory.</param>
/// <param name="Measure">The measure's name.</param>
/// <param name="Sum">What the territory has.</param>
/// <param name="Band">What it may have.</param>
public sealed record LimitMiss(int Territory, string Measure, long Sum, Band Band)
{
    /// <summary>By how much, above 0.</summary>
    public long By => Band.Miss(Sum);
}

/// <summary>One measure of one territory.</summary>
/// <param name="Measure">The measure's name.</param>
/// <param name="Sum">What the territory has.</param>
/// <param name="Band">What it is to have.</param>
public sealed record MeasureSum(string Measure, long Sum, Band Band)
{
    /// <summary>Distance from the target as a share of it: 0.05 is 5 % above; 0 when the target is 0.</summary>
    public double Deviation => Band.Target == 0 ? 0 : (Sum - Band.Target) / Band.Target;
}

/// <summary>One territory of a plan.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Units">How many units it has.</param>
/// <param name="Centre">The unit that is its centre; −1 when it is empty.</param>
/// <param name="Pieces">Pieces that do not touch; 1 is contiguous.</param>
/// <param name="Value">Its part of the objective.</param>
/// <param name="Sums">Per measure what it has, against what it is to have.</param>
public sealed record AlignedTerritory(int Index, int Units, int Centre, int Pieces, double Value, ImmutableArray<MeasureSum> Sums);

/// <summary>A plan counted from scratch: slow and sure.</summary>
/// <param name="Value">The objective, by its exact formula.</param>
/// <param name="Territories">Each territory.</param>
public sealed record Evaluation(double Value, ImmutableArray<AlignedTerritory> Territories)
{
    /// <summary>Whether every territory has units and hangs together.</summary>
    public bool IsContiguous => Territories.All(territory => territory.Pieces == 1);

    /// <summary>Whether every territory has units.</summary>
    public bool IsComplete => Territories.All(territory => territory.Units > 0);

    /// <summary>The limits that are not kept, by territory and measure.</summary>
    public ImmutableArray<LimitMiss> Misses { get; } =
    [
        .. Territories.SelectMany(territory => territory.Sums
            .Where(sum => sum.Band.Miss(sum.Sum) > 0)
            .Select(sum => new LimitMiss(territory.Index, sum.Measure, sum.Sum, sum.Band))),
    ];
}

/// <summary>The best plan that a search has seen, with all that is needed to judge it and to run it again.</summary>
public sealed record AlignmentResult
{
    /// <summary>The plan. It may miss limits: ask <see cref="IsFeasible"/>.</summary>
    public required Alignment Plan { get; init; }

    /// <summary>The plan counted from scratch.</summary>
    public required Evaluation Evaluation { get; init; }

    /// <summary>Whether the plan keeps every limit, has no empty territory, keeps the locks and, where asked, hangs together.</summary>
    public required bool IsFeasible { get; init; }

    /// <summary>Why the plan is not feasible; empty when it is.</summary>
    public required ImmutableArray<Problem> Problems { get; init; }

    /// <summary>What no plan can be better than.</summary>
    public required AlignmentBounds Bounds { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>The options.</summary>
    public required AlignmentOptions Options { get; init; }

    /// <summary>Moves tried.</summary>
    public required long Iterations { get; init; }

    /// <summary>The time it took, bounds included.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The problem's fingerprint.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The objective's value.</summary>
    public double Value => Evaluation.Value;

    /// <summary>Whether every territory hangs together.</summary>
    public bool IsContiguous => Evaluation.IsContiguous;

    /// <summary>By what share of the value it may lie above the best possible; null when the plan is not feasible or no bound is known.</summary>
    public double? Gap => IsFeasible ? AlignmentBounds.GapOf(Value, Bounds.Any) : null;

    /// <summary>Whether the plan is proven to be the best possible: to the last digits that sums of doubles keep.</summary>
    public bool IsProvenOptimal => Gap < 1e-9;
}

/// <summary>How far a search is.</summary>
/// <param name="Spent">Part of the budget used, 0 to 1.</param>
/// <param name="Value">The best value so far.</param>
/// <param name="IsBalanced">Whether the best so far keeps all limits.</param>
public sealed record AlignmentProgress(double Spent, double Value, bool IsBalanced);
