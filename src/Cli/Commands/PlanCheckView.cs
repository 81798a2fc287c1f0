using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary>A checked plan as JSON shows it.</summary>
internal static class PlanCheckView
{
    public static object Of(CheckResult result) => new
    {
        result.Plan,
        result.Accounts,
        layers = result.Layers.Select(Of),
        expects = result.Expects.Select(expect => new
        {
            line = expect.Expectation.Place.Line,
            expect.Holds,
            isIn = expect.Expectation.IsIn.Value,
            territory = expect.Actual?.Territory?.Value,
            rule = expect.Actual?.RuleName,
            path = expect.Actual?.Path,
        }),
        problems = result.Problems.Select(ProblemView.Of),
    };

    /// <summary>The figures of real accounts, when any are at hand.</summary>
    public static object? Of(IReadOnlyList<RealFigures> figures, int at) => at >= figures.Count ? null : new
    {
        figures[at].Accounts,
        figures[at].AccountShare,
        revenue = figures[at].Revenue.Select(amount => new { amount.Amount, currency = amount.Currency.Code }),
        figures[at].RevenueShare,
        account = figures[at].Example?.Value,
    };

    /// <summary>A word of an enumeration as JSON has it.</summary>
    public static string Word(Enum word)
    {
        string name = word.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static object Of(LayerCheck layer) => new
    {
        layer.Layer,
        complete = layer.Proof.IsComplete,
        gaps = layer.Proof.Gaps.Select((gap, at) => new
        {
            gap.Path,
            named = gap.Named?.Value,
            consistent = gap.IsConsistent,
            gap.Share,
            gap.Regions,
            gap.Witness,
            real = Of(layer.InGaps, at),
        }),
        overlaps = layer.Proof.Overlaps.Select((overlap, at) => new
        {
            earlier = overlap.Earlier.Value,
            later = overlap.Later.Value,
            kind = Word(overlap.Kind),
            consistent = overlap.IsConsistent,
            overlap.Witness,
            real = Of(layer.InOverlaps, at),
        }),
        overlapTotals = layer.Proof.Totals,
        dead = layer.Proof.Dead.Select(dead => new { territory = dead.Territory.Value, reason = Word(dead.Reason), takenBy = dead.TakenBy.Select(taker => taker.Value), dead.Witness }),
        deadConditions = layer.Proof.DeadConditions.Select(dead => new { territory = dead.Territory.Value, dead.Part, does = dead.IsTaking ? "addsNobody" : "keepsNobodyOut", impliedBy = Word(dead.ImpliedBy), implying = dead.Implying.Select(each => each.Value) }),
        layer.Proof.DeadConditionTotal,
        undecided = layer.Proof.Undecided.Select(open => new { what = Word(open.What), territory = open.Territory?.Value, why = open.Why.English, witness = (object?)null }),
        territories = layer.Territories.Select(territory => new { id = territory.Territory.Value, territory.Name, territory.Accounts }),
        gapAccounts = layer.Gaps,
        outOfScopeAccounts = layer.OutOfScope,
        accountsInGaps = layer.Witnesses.Select(gap => new { id = gap.Account.Value, gap.Path }),
    };
}
