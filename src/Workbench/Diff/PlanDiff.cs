using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>What two versions of a plan do differently with the accounts at hand, and with every account that may come.</summary>
/// <param name="Before">The earlier version's name; null when it could not be read.</param>
/// <param name="After">The later version's name; null when it could not be read.</param>
/// <param name="Day">The day for which overrides, holdouts, sales and deals count, in both.</param>
/// <param name="Market">What is known of the accounts; null when none are at hand.</param>
/// <param name="Layers">The layers of both, in the order of the later version; empty without accounts.</param>
/// <param name="Regions">What changes hands for every row that may come; null when it was not asked for.</param>
/// <param name="Moved">Every account that gets another territory or another owner, one a row; null without accounts.</param>
/// <param name="Problems">All problems, each with its place.</param>
public sealed record PlanDiff(
    string? Before, string? After, DateOnly Day, DiffMarket? Market, ImmutableArray<LayerDiff> Layers, RegionsThatMove? Regions, Sheet? Moved, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether both versions could be compared.</summary>
    public bool IsSound => Before is not null && After is not null && Problems.All(problem => problem.Severity != Severity.Error);
}

/// <summary>What is known of the accounts that are compared.</summary>
/// <param name="Accounts">Number of accounts.</param>
/// <param name="Revenue">Of what revenue is: <c>sales</c> of twelve months, the accounts' <c>own</c> yearly revenue, or <c>none</c>.</param>
/// <param name="From">First day of the twelve months of sales; null without sales.</param>
/// <param name="Until">Their last day: that of the last sale.</param>
/// <param name="HasDeals">Whether opportunities are at hand, so that an open pipeline of nothing means something.</param>
/// <param name="HasRelationships">Whether sales or opportunities tell which rep works with which account.</param>
public sealed record DiffMarket(int Accounts, string Revenue, DateOnly? From, DateOnly? Until, bool HasDeals, bool HasRelationships);

/// <summary>What some accounts are worth.</summary>
/// <param name="Accounts">How many.</param>
/// <param name="Revenue">One amount a currency, the most used currency first; currencies without an amount are left out.</param>
/// <param name="Pipeline">Amounts of their open opportunities, likewise.</param>
public sealed record Stake(long Accounts, ImmutableArray<Money> Revenue, ImmutableArray<Money> Pipeline);

/// <summary>What moves in one layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Moved">All accounts that change their territory.</param>
/// <param name="Groups">The same by where from and where to, most accounts first.</param>
/// <param name="Territories">Every territory of both versions: of a parent with what is below it.</param>
/// <param name="Reps">Every rep who owns accounts in either version, and nobody (an empty id) where accounts have no owner.</param>
/// <param name="Relationships">What becomes of them; null when nothing tells who works with whom.</param>
public sealed record LayerDiff(
    string Layer, Stake Moved, ImmutableArray<DiffGroup> Groups, ImmutableArray<TerritoryChange> Territories, ImmutableArray<RepChange> Reps, RelationshipChange? Relationships);

/// <summary>Accounts that move from one territory to another.</summary>
/// <param name="From">Where they were.</param>
/// <param name="To">Where they come.</param>
/// <param name="Stake">What they are worth.</param>
/// <param name="Causes">The edits that move them.</param>
/// <param name="NotFollowed">So many of them were not looked at for their edits.</param>
/// <param name="Example">The first of them.</param>
public sealed record DiffGroup(RowEnd From, RowEnd To, Stake Stake, ImmutableArray<DiffCause> Causes, int NotFollowed, AccountId Example);

/// <summary>Edits that together move accounts.</summary>
/// <param name="Edits">Made to the earlier version, they give the later version's answer for each of these accounts.</param>
/// <param name="Stake">What they are worth.</param>
public sealed record DiffCause(ImmutableArray<PlanEdit> Edits, Stake Stake);

/// <summary>What comes into something and what goes out.</summary>
/// <param name="Before">In the earlier version.</param>
/// <param name="In">What comes.</param>
/// <param name="Out">What goes.</param>
/// <param name="After">In the later version.</param>
public sealed record Flow(Stake Before, Stake In, Stake Out, Stake After)
{
    /// <summary>Whether anything comes or goes.</summary>
    public bool IsMoved => In.Accounts > 0 || Out.Accounts > 0;
}

/// <summary>A quota in both versions; null where there is none.</summary>
public sealed record QuotaChange(Money? Before, Money? After)
{
    /// <summary>Whether it is another.</summary>
    public bool IsChanged => Before != After;
}

/// <summary>A territory in both versions.</summary>
/// <param name="Territory">The territory.</param>
/// <param name="Name">Its name in the later version that has it.</param>
/// <param name="Flow">Its accounts, with those below it.</param>
/// <param name="Quota">Its own quota.</param>
/// <param name="RepBefore">Who is accountable; null is nobody.</param>
/// <param name="RepAfter">Who comes to be accountable; null is nobody.</param>
/// <param name="State"><c>added</c>, <c>removed</c> or <c>kept</c>.</param>
public sealed record TerritoryChange(TerritoryId Territory, string Name, Flow Flow, QuotaChange Quota, RepId? RepBefore, RepId? RepAfter, string State);

/// <summary>A rep in both versions.</summary>
/// <param name="Rep">The rep; null for the accounts of nobody.</param>
/// <param name="Name">The rep's name, when it is known.</param>
/// <param name="Flow">The accounts that the rep owns, holdouts included.</param>
/// <param name="Quota">Of the territories for which the rep is accountable: the highest that have a quota, for it includes those below.</param>
public sealed record RepChange(RepId? Rep, string? Name, Flow Flow, QuotaChange Quota);

/// <summary>What becomes of accounts whose owner has sold to them or has an opportunity with them.</summary>
/// <param name="Kept">They stay with that owner.</param>
/// <param name="Broken">They go to another, or to nobody.</param>
/// <param name="Restored">They come to a rep who has sold to them, from one who has not.</param>
/// <param name="BrokenBetween">The broken ones by rep, most accounts first.</param>
public sealed record RelationshipChange(Stake Kept, Stake Broken, Stake Restored, ImmutableArray<BrokenRelationship> BrokenBetween);

/// <summary>Accounts that leave the rep who works with them.</summary>
/// <param name="From">The rep.</param>
/// <param name="To">Who comes to own them; null is nobody.</param>
/// <param name="Stake">What they are worth.</param>
public sealed record BrokenRelationship(RepId From, RepId? To, Stake Stake);
