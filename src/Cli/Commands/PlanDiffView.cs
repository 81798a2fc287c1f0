using Bailiwick.Measures;
using Bailiwick.Territories;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary>A comparison of two versions as JSON.</summary>
internal static class PlanDiffView
{
    public static object Of(PlanDiff result) => new
    {
        result.Before,
        result.After,
        asOf = result.Day,
        market = result.Market is not { } market ? null : new
        {
            market.Accounts,
            revenue = market.Revenue,
            revenueFrom = market.From,
            revenueUntil = market.Until,
            hasOpportunities = market.HasDeals,
            market.HasRelationships,
        },
        layers = Layers(result).Select(name => Layer(name, result.Layers.FirstOrDefault(each => each.Layer == name), result.Regions?.Layers.FirstOrDefault(each => each.Layer == name))),
        problems = result.Problems.Select(ProblemView.Of),
    };

    private static IEnumerable<string> Layers(PlanDiff result) =>
        result.Layers.Select(layer => layer.Layer).Concat(result.Regions?.Layers.Select(layer => layer.Layer) ?? []).Distinct(StringComparer.Ordinal);

    private static object Layer(string name, LayerDiff? layer, LayerRegions? regions) => new
    {
        layer = name,
        moved = layer is null ? null : Stake(layer.Moved),
        groups = layer?.Groups.Select(group => new
        {
            from = EndOf(group.From),
            to = EndOf(group.To),
            stake = Stake(group.Stake),
            causes = group.Causes.Select(cause => new { edits = cause.Edits.Select(Edit), stake = Stake(cause.Stake) }),
            group.NotFollowed,
            example = group.Example.Value,
        }),
        territories = layer?.Territories.Select(each => new
        {
            territory = each.Territory.Value,
            each.Name,
            each.State,
            flow = Flow(each.Flow),
            quotaBefore = Amount(each.Quota.Before),
            quotaAfter = Amount(each.Quota.After),
            repBefore = each.RepBefore?.Value,
            repAfter = each.RepAfter?.Value,
        }),
        reps = layer?.Reps.Select(each => new { rep = each.Rep?.Value, each.Name, flow = Flow(each.Flow), quotaBefore = Amount(each.Quota.Before), quotaAfter = Amount(each.Quota.After) }),
        relationships = layer?.Relationships is not { } known ? null : new
        {
            kept = Stake(known.Kept),
            broken = Stake(known.Broken),
            restored = Stake(known.Restored),
            brokenBetween = known.BrokenBetween.Select(each => new { from = each.From.Value, to = each.To?.Value, stake = Stake(each.Stake) }),
        },
        regions = regions?.Moved.Select(moved => new { from = EndOf(moved.From), to = EndOf(moved.To), consistent = moved.IsConsistent, moved.Share, moved.Regions, moved.Witness }),
        named = regions?.Named.Select(each => new { account = each.Account.Value, from = each.From?.Value, to = each.To?.Value }),
        undecided = regions?.Undecided.Select(open => new { territory = open.Territory?.Value, why = open.Why.English }),
    };

    private static object Edit(PlanEdit edit) => new
    {
        kind = edit.KindName,
        territory = edit.Territory?.Value,
        edit.Before,
        edit.After,
        words = new { en = edit.Words.English, zh = edit.Words.Chinese },
    };

    private static object EndOf(RowEnd end) => new { territory = end.Territory?.Value, rule = end.Territory is null ? end.ToString() : null };

    private static object Flow(Flow flow) => new { before = Stake(flow.Before), @in = Stake(flow.In), @out = Stake(flow.Out), after = Stake(flow.After) };

    private static object Stake(Stake stake) => new { stake.Accounts, revenue = stake.Revenue.Select(each => Amount(each)), openPipeline = stake.Pipeline.Select(each => Amount(each)) };

    private static object? Amount(Money? money) => money is { } amount ? new { currency = amount.Currency.ToString(), amount.Amount } : null;
}
