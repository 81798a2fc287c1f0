using System.ComponentModel;
using Bailiwick.Measures;
using Bailiwick.Territories;
using Bailiwick.Workbench;

namespace Bailiwick.Web.Api;

/// <summary>An amount of one currency.</summary>
internal sealed record AmountView([property: Description("ISO 4217; empty when the facts do not say.")] string Currency, decimal Amount)
{
    public static AmountView Of(Money money) => new(money.Currency.ToString(), money.Amount);

    public static AmountView? Of(Money? money) => money is { } amount ? Of(amount) : null;
}

/// <summary>What some accounts are worth.</summary>
internal sealed record StakeView(long Accounts, IReadOnlyList<AmountView> Revenue, [property: Description("Of open opportunities.")] IReadOnlyList<AmountView> OpenPipeline)
{
    public static StakeView Of(Stake stake) => new(stake.Accounts, [.. stake.Revenue.Select(AmountView.Of)], [.. stake.Pipeline.Select(AmountView.Of)]);
}

/// <summary>What is in something before and after, what comes and what goes.</summary>
internal sealed record FlowView(StakeView Before, StakeView In, StakeView Out, StakeView After)
{
    public static FlowView Of(Flow flow) => new(StakeView.Of(flow.Before), StakeView.Of(flow.In), StakeView.Of(flow.Out), StakeView.Of(flow.After));
}

/// <summary>One change between two versions of a plan.</summary>
internal sealed record EditView(
    [property: Description("layer_added, layer_removed, scope, added, removed, moved, order, where, keeps, names or override")] string Kind,
    string? Territory,
    string? Before,
    string? After,
    TextView Words)
{
    public static EditView Of(PlanEdit edit) => new(edit.KindName, edit.Territory?.Value, edit.Before, edit.After, TextView.Of(edit.Words));
}

/// <summary>Edits that together move accounts.</summary>
internal sealed record CauseView(IReadOnlyList<EditView> Edits, StakeView Stake);

/// <summary>Accounts that move from one territory to another.</summary>
internal sealed record MovedGroupView(
    [property: Description("A territory, gap or out_of_scope.")] string From,
    [property: Description("A territory, gap or out_of_scope.")] string To,
    StakeView Stake,
    IReadOnlyList<CauseView> Causes,
    [property: Description("So many were not looked at for their cause.")] int NotFollowed,
    [property: Description("The first account.")] string Example)
{
    public static MovedGroupView Of(DiffGroup group) => new(
        group.From.ToString(),
        group.To.ToString(),
        StakeView.Of(group.Stake),
        [.. group.Causes.Select(cause => new CauseView([.. cause.Edits.Select(EditView.Of)], StakeView.Of(cause.Stake)))],
        group.NotFollowed,
        group.Example.Value);
}

/// <summary>A territory in both versions; a parent's figures include its children's.</summary>
internal sealed record TerritoryChangeView(
    string Territory,
    string Name,
    [property: Description("added, removed or kept")] string State,
    FlowView Flow,
    AmountView? QuotaBefore,
    AmountView? QuotaAfter,
    string? RepBefore,
    string? RepAfter)
{
    public static TerritoryChangeView Of(TerritoryChange each) => new(
        each.Territory.Value, each.Name, each.State, FlowView.Of(each.Flow), AmountView.Of(each.Quota.Before), AmountView.Of(each.Quota.After), each.RepBefore?.Value, each.RepAfter?.Value);
}

/// <summary>A rep in both versions, by what the rep owns.</summary>
internal sealed record RepChangeView([property: Description("null: nobody")] string? Rep, string? Name, FlowView Flow, AmountView? QuotaBefore, AmountView? QuotaAfter)
{
    public static RepChangeView Of(RepChange each) => new(each.Rep?.Value, each.Name, FlowView.Of(each.Flow), AmountView.Of(each.Quota.Before), AmountView.Of(each.Quota.After));
}

/// <summary>Accounts that leave the rep who works with them.</summary>
internal sealed record BrokenRelationshipView(string From, [property: Description("null: nobody")] string? To, StakeView Stake);

/// <summary>What becomes of accounts whose owner has sold to them or has an opportunity with them.</summary>
internal sealed record RelationshipsView(StakeView Kept, StakeView Broken, StakeView Restored, IReadOnlyList<BrokenRelationshipView> BrokenBetween)
{
    public static RelationshipsView Of(RelationshipChange known) => new(
        StakeView.Of(known.Kept),
        StakeView.Of(known.Broken),
        StakeView.Of(known.Restored),
        [.. known.BrokenBetween.Select(each => new BrokenRelationshipView(each.From.Value, each.To?.Value, StakeView.Of(each.Stake)))]);
}

/// <summary>What moves in one layer.</summary>
internal sealed record LayerDiffView(
    string Layer,
    StakeView Moved,
    IReadOnlyList<MovedGroupView> Groups,
    IReadOnlyList<TerritoryChangeView> Territories,
    IReadOnlyList<RepChangeView> Reps,
    [property: Description("null when nothing tells who works with whom")] RelationshipsView? Relationships)
{
    public static LayerDiffView Of(LayerDiff layer) => new(
        layer.Layer,
        StakeView.Of(layer.Moved),
        [.. layer.Groups.Select(MovedGroupView.Of)],
        [.. layer.Territories.Select(TerritoryChangeView.Of)],
        [.. layer.Reps.Select(RepChangeView.Of)],
        layer.Relationships is { } known ? RelationshipsView.Of(known) : null);
}

/// <summary>What two plans do differently with the market.</summary>
internal sealed record PlanDiffView(
    string Before,
    string After,
    DateOnly AsOf,
    int Accounts,
    [property: Description("sales (of twelve months), own (the accounts' yearly revenue) or none")] string Revenue,
    DateOnly? RevenueFrom,
    DateOnly? RevenueUntil,
    IReadOnlyList<LayerDiffView> Layers);
