using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Insight;
using Bailiwick.Insight.Ledger;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>What a territory holds and brings; a parent's figures include its children's.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Territory">The territory.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The territory above; null at the top.</param>
/// <param name="IsLeaf">Whether it has no children.</param>
/// <param name="Rep">The accountable rep; null when vacant.</param>
/// <param name="RepName">The rep's name; null when vacant or not known.</param>
/// <param name="Accounts">Accounts.</param>
/// <param name="Customers">Accounts with at least one sale.</param>
/// <param name="Revenue">Revenue of the last twelve months of sales, one amount a currency, most used currency first.</param>
/// <param name="Share">Its part of the layer's revenue in the first currency (of the accounts, when there are no sales).</param>
/// <param name="Balance">Its share over the mean share of the leaves; null for a parent. 1 is even.</param>
public sealed record TerritoryFigure(
    string Layer,
    TerritoryId Territory,
    string Name,
    TerritoryId? Parent,
    bool IsLeaf,
    RepId? Rep,
    string? RepName,
    long Accounts,
    long Customers,
    ImmutableArray<Money> Revenue,
    Share? Share,
    double? Balance);

/// <summary>A layer's territories, and what reaches none.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Territories">All territories, parents before their children, in the plan's order.</param>
/// <param name="Vacancies">Territories that hold accounts themselves and have no rep.</param>
/// <param name="GapAccounts">Accounts inside the scope that reach no territory.</param>
/// <param name="OutOfScopeAccounts">Accounts outside the scope.</param>
public sealed record LayerFigures(string Layer, ImmutableArray<TerritoryFigure> Territories, ImmutableArray<TerritoryId> Vacancies, long GapAccounts, long OutOfScopeAccounts);

/// <summary>The figures of a plan's territories.</summary>
/// <param name="Plan">The plan's key; null for a draft that is not kept.</param>
/// <param name="Name">The plan's name.</param>
/// <param name="Day">The day for which overrides and sales count.</param>
/// <param name="From">First day of the twelve months of revenue; null without sales.</param>
/// <param name="Until">Their last day: that of the last sale.</param>
/// <param name="Layers">The layers, in the plan's order.</param>
/// <param name="Problems">Why there are no figures, or what is doubtful about them.</param>
public sealed record FiguresResult(
    PlanId? Plan,
    string? Name,
    DateOnly Day,
    DateOnly? From,
    DateOnly? Until,
    ImmutableArray<LayerFigures> Layers,
    IReadOnlyList<Problem> Problems);

/// <summary>What each territory of a plan holds and brings: the table beside the map.</summary>
public static class TerritoryFigures
{
    /// <summary>The figures of the plan in force on a day, over the market as it is known now.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="day">The day; null is today.</param>
    /// <param name="house">The house's geography.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static FiguresResult InForce(Workspace workspace, Atlas house, DateOnly? day, CancellationToken cancellation)
    {
        DateOnly asked = day ?? PlanReference.Today(workspace);
        if (workspace.Plans.InForce(asked) is not { } plan)
        {
            return new FiguresResult(null, null, asked, null, null, [], [Problems.NoPlanInForce(asked)]);
        }

        PlanReading reading = PlanFile.Parse(plan.Name, plan.Source, plan.Files, workspace.Industries.Load());
        return reading.Plan is null
            ? new FiguresResult(plan.Id, plan.Name, asked, null, null, [], reading.Problems)
            : Of(workspace.Market.Load(cancellation), PlanMatcher.Compile(reading.Plan, WorkspaceAtlas.Of(workspace, house)), asked, cancellation) with { Plan = plan.Id };
    }

    /// <summary>The figures of any plan, kept or not.</summary>
    public static FiguresResult Of(MarketSnapshot market, PlanMatcher matcher, DateOnly day, CancellationToken cancellation)
    {
        PlanAnswers answers = matcher.Assign(market.Accounts, day, cancellation: cancellation);
        (DateOnly? from, DateOnly? until) = RevenueYear.Of(market, day);
        var ledger = CustomerLedger.Of(market, new AskOptions { From = from, Until = until ?? day });
        var owners = new OwnerBook(matcher, day);
        IReadOnlyDictionary<string, string> names = market.Reps.ValuesBy(Reps.Id, Reps.Name);
        return new FiguresResult(
            null,
            matcher.Plan.Name,
            day,
            from,
            until,
            [.. answers.Layers.Select(layer => LayerTally.Of(matcher, layer, ledger).Figures(owners, names))],
            [.. matcher.Problems, .. answers.Problems]);
    }
}
