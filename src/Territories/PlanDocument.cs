using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Territories;

/// <summary>A plan file, read and checked: what is in it, in the order written.</summary>
/// <param name="Name">The plan's name (<c>plan:</c>).</param>
/// <param name="Effective">First day in force; null when the file does not say.</param>
/// <param name="Scope">What its rules may speak of: custom fields, rates, files beside it.</param>
/// <param name="Layers">The layers.</param>
/// <param name="Overrides">Accounts placed by hand.</param>
/// <param name="Holdouts">Accounts that keep their owner.</param>
/// <param name="Expectations">Tests of the plan.</param>
/// <param name="Reps">Who owns which territory.</param>
/// <param name="Quotas">What territories are to sell; null when the plan has none.</param>
/// <param name="Files">The lists and shapes that it read: relative path → content.</param>
/// <param name="Source">The plan file, whole.</param>
public sealed record PlanDocument(
    string Name,
    DateOnly? Effective,
    RuleScope Scope,
    ImmutableArray<Layer> Layers,
    ImmutableArray<AccountOverride> Overrides,
    ImmutableArray<Holdout> Holdouts,
    ImmutableArray<Expectation> Expectations,
    ImmutableArray<TerritoryRep> Reps,
    QuotaTargets? Quotas,
    ImmutableSortedDictionary<string, string> Files,
    string Source)
{
    /// <summary>Sixteen hexadecimal digits that tell this text with its lists and shapes from every other: answers name it.</summary>
    public string Version
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (string part in Files.SelectMany(file => new[] { file.Key, file.Value }).Prepend(Source))
            {
                // A zero byte parts them: no plan and no name has one.
                hash.AppendData(Encoding.UTF8.GetBytes(part + "\0"));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
        }
    }

    /// <summary>All territories of all layers, in the order written, parents before children.</summary>
    public IEnumerable<TerritoryNode> Territories => Layers.SelectMany(layer => layer.Territories).SelectMany(territory => territory.WithDescendants());
}

/// <summary>A set of territories that covers the market once.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scope">Which accounts it is about; null is all.</param>
/// <param name="Territories">The territories at the top, in the order in which they are asked.</param>
public sealed record Layer(string Name, Rule? Scope, ImmutableArray<TerritoryNode> Territories);

/// <summary>A territory and those below it.</summary>
/// <param name="Id">Its key, unique within the plan.</param>
/// <param name="Name">What people call it; the id when the file gives none.</param>
/// <param name="Where">Which accounts it takes; null for <c>otherwise</c> and for a territory by name only.</param>
/// <param name="IsOtherwise">It takes what its siblings before did not.</param>
/// <param name="Accounts">Named accounts.</param>
/// <param name="IsFamilyTogether">A name extends to the descendants of the account.</param>
/// <param name="Keeps">Accounts that no child takes stay here.</param>
/// <param name="Children">The territories below, in the order in which they are asked.</param>
/// <param name="Place">Where it begins in the file.</param>
public sealed record TerritoryNode(
    TerritoryId Id,
    string Name,
    Rule? Where,
    bool IsOtherwise,
    ImmutableArray<AccountId> Accounts,
    bool IsFamilyTogether,
    bool Keeps,
    ImmutableArray<TerritoryNode> Children,
    Place Place)
{
    /// <summary>This territory and all below, parents before children.</summary>
    public IEnumerable<TerritoryNode> WithDescendants() => Children.SelectMany(child => child.WithDescendants()).Prepend(this);
}

/// <summary>Days from when until when, both included; null is open.</summary>
public readonly record struct Days(DateOnly? From, DateOnly? Until)
{
    /// <summary>Whether the day lies within.</summary>
    public bool Contains(DateOnly day) => (From is not { } from || day >= from) && (Until is not { } until || day <= until);

    /// <summary>Whether a day lies within both.</summary>
    public bool Overlaps(Days other) => !(From > other.Until) && !(other.From > Until);
}

/// <summary>An account placed by hand.</summary>
public sealed record AccountOverride(AccountId Account, string Layer, TerritoryId Territory, Days Days, string? Why);

/// <summary>An account that keeps its owner, whatever territory it is in.</summary>
/// <param name="Account">The account.</param>
/// <param name="Layer">In which layer; null is all.</param>
/// <param name="Owner">Who keeps it.</param>
/// <param name="Days">When.</param>
/// <param name="Why">The reason.</param>
public sealed record Holdout(AccountId Account, string? Layer, RepId Owner, Days Days, string? Why);

/// <summary>A test in the plan: this account, or one with these values, must land here or below.</summary>
/// <param name="Account">An account of the market; null when values are given.</param>
/// <param name="With">An account with these values and nothing else known; null when an account is named.</param>
/// <param name="Layer">The layer.</param>
/// <param name="IsIn">The territory.</param>
/// <param name="Place">Where the test stands in the file.</param>
public sealed record Expectation(AccountId? Account, MarketRow? With, string Layer, TerritoryId IsIn, Place Place);

/// <summary>Who owns a territory, and who works in it beside the owner.</summary>
public sealed record TerritoryRep(TerritoryId Territory, RepId Owner, ImmutableArray<RepId> Overlay);

/// <summary>What territories are to sell.</summary>
/// <param name="Currency">The currency of all amounts.</param>
/// <param name="Goal">For all together; null when not said.</param>
/// <param name="Territories">By territory.</param>
public sealed record QuotaTargets(Currency Currency, decimal? Goal, ImmutableArray<(TerritoryId Territory, decimal Amount)> Territories);

/// <summary>What became of a plan file.</summary>
/// <param name="Plan">The plan; null when there are errors.</param>
/// <param name="Problems">All of them, each with line and column.</param>
public sealed record PlanReading(PlanDocument? Plan, IReadOnlyList<Problem> Problems);
