using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Plans;

/// <summary>Where a plan stands in its life.</summary>
public enum PlanState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>In force from its effective date.</summary>
    Published,

    /// <summary>Was in force; a later plan took its place.</summary>
    Superseded,
}

/// <summary>A plan as it is kept: its text, the files its text names, and its state.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">The name in its text (<c>plan:</c>).</param>
/// <param name="State">Where it stands.</param>
/// <param name="Effective">The day from which it is in force.</param>
/// <param name="Source">The plan file, whole.</param>
/// <param name="Files">The list and polygon files that the text names: relative path → content.</param>
/// <param name="Created">When it was first saved.</param>
/// <param name="Published">When it was published; null for a draft.</param>
public sealed record Plan(
    PlanId Id,
    string Name,
    PlanState State,
    DateOnly Effective,
    string Source,
    ImmutableSortedDictionary<string, string> Files,
    DateTimeOffset Created,
    DateTimeOffset? Published);

/// <summary>Who owns an account in a layer, from when until when, and why.</summary>
/// <param name="Account">The account.</param>
/// <param name="Layer">The layer of the plan.</param>
/// <param name="Territory">The territory; null for a gap or out of scope.</param>
/// <param name="Rep">The accountable rep; null when the territory is vacant or there is none.</param>
/// <param name="Rule">Which rule decided: <c>override</c>, <c>named</c>, <c>where</c>, <c>otherwise</c>, <c>keeps</c>, <c>gap</c> or <c>out_of_scope</c>.</param>
/// <param name="Path">The territories walked, from the top, joined by <c>/</c>.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day after the last; null while in force.</param>
public sealed record Ownership(AccountId Account, string Layer, TerritoryId? Territory, RepId? Rep, string Rule, string Path, DateOnly From, DateOnly? Until);
