using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Web.Plan;

/// <summary>How far a workspace is.</summary>
public enum Stage
{
    /// <summary>Nothing was imported yet.</summary>
    Empty,

    /// <summary>There is a market, and no plan is in force on the day.</summary>
    Unplanned,

    /// <summary>A plan is in force.</summary>
    Planned,
}

/// <summary>What the plan page shows on a day.</summary>
/// <param name="Stage">How far the workspace is.</param>
/// <param name="Day">The day that is asked for.</param>
/// <param name="Drafts">Names of plans that are not published, latest first.</param>
/// <param name="Plan">The plan in force; null unless <see cref="Stage.Planned"/>.</param>
public sealed record PlanBoard(Stage Stage, DateOnly Day, ImmutableArray<string> Drafts, PlanOnBoard? Plan);

/// <summary>A plan in force, one layer of it.</summary>
/// <param name="Id">The plan's key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Effective">The day from which it is in force.</param>
/// <param name="Layers">All its layers, in the plan's order.</param>
/// <param name="Layer">The layer that is shown.</param>
/// <param name="Boundaries">The boundary set on whose areas the layer is drawn; null when it is not about places.</param>
/// <param name="Currency">ISO 4217 of all amounts; null when there are no sales.</param>
/// <param name="Lines">The territories that hold accounts themselves, in the plan's order.</param>
/// <param name="GapAccounts">Accounts inside the scope that reach no territory.</param>
/// <param name="OutOfScopeAccounts">Accounts outside the scope.</param>
/// <param name="Version">Another one whenever any of this is another.</param>
public sealed record PlanOnBoard(
    PlanId Id,
    string Name,
    DateOnly Effective,
    ImmutableArray<string> Layers,
    string Layer,
    string? Boundaries,
    string? Currency,
    ImmutableArray<BoardLine> Lines,
    long GapAccounts,
    long OutOfScopeAccounts,
    string Version);

/// <summary>One territory on the board.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">Name of the territory above; null at the top.</param>
/// <param name="Rep">Name of the accountable rep; null when vacant.</param>
/// <param name="Accounts">Accounts.</param>
/// <param name="Customers">Accounts with at least one sale.</param>
/// <param name="Revenue">Of the last twelve months of sales, in the board's currency.</param>
/// <param name="Share">Part of the layer's revenue, 0 to 1; null when unknown.</param>
/// <param name="Balance">Share over the mean share; 1 is even; null when unknown.</param>
/// <param name="Areas">Areas of the boundary set.</param>
/// <param name="Colour">Its colour on the map, 0 to 7; null when it has no area.</param>
public sealed record BoardLine(
    string Id,
    string Name,
    string? Parent,
    string? Rep,
    long Accounts,
    long Customers,
    decimal Revenue,
    double? Share,
    double? Balance,
    int Areas,
    int? Colour)
{
    /// <summary>How far from even a territory may be before it is pointed out, ±.</summary>
    public const double Tolerance = 0.1;

    /// <summary>Whether the balance is more than <see cref="Tolerance"/> from even.</summary>
    public bool IsOutOfBand => Balance is { } balance && Math.Abs(balance - 1) > Tolerance + 1e-9;
}
