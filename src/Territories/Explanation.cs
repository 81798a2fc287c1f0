using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Territories;

/// <summary>For what an account is explained.</summary>
/// <param name="Day">The day for which overrides count.</param>
/// <param name="Parents">Who belongs to whom; null is what the table tells.</param>
/// <param name="Place">Finds the places of rows that were changed, as it was done for the account; null leaves them as they are.</param>
public sealed record ExplainOptions(DateOnly Day, AccountParents? Parents = null, Func<ColumnTable, ColumnTable>? Place = null);

/// <summary>Why an account is where it is in one layer, and what would move it.</summary>
/// <param name="Answer">Where it is.</param>
/// <param name="Steps">What was asked, in order.</param>
/// <param name="RunnerUp">Who would be next: what the rules give when its own territory takes nothing; null when none would.</param>
/// <param name="Unnamed">Of an account that an override or a name placed: what the rules alone give; else null.</param>
/// <param name="Moves">Single changes that would move it, the smallest first: of each field and each place to which it would go the smallest.</param>
public sealed record LayerExplanation(
    PlanAnswer Answer, ImmutableArray<ExplanationStep> Steps, PlanAnswer? RunnerUp, PlanAnswer? Unnamed, ImmutableArray<AccountMove> Moves);

/// <summary>A single change of an account, and where it would go by it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Answer">Where it would be.</param>
public sealed record AccountMove(RowChange Change, PlanAnswer Answer)
{
    /// <summary>The move for a person.</summary>
    public Text Words => Answer switch
    {
        { Territory: { } territory } => new($"with {Change.Words.English} it would be in {territory}.", $"若 {Change.Words.Chinese}，則歸入 {territory}。"),
        { Rule: MatchRule.Gap } => new($"with {Change.Words.English} no territory would take it: a gap.", $"若 {Change.Words.Chinese}，則沒有轄區符合，成為涵蓋缺口。"),
        _ => new($"with {Change.Words.English} the layer would not be about it.", $"若 {Change.Words.Chinese}，則不在圖層範圍內。"),
    };
}

/// <summary>One step of the walk.</summary>
/// <param name="Kind"><c>override</c>, <c>named</c>, <c>scope</c>, <c>where</c>, <c>otherwise</c>, <c>more</c>, <c>keeps</c> or <c>gap</c>.</param>
/// <param name="Territory">The territory asked; null for the scope and for a gap at the top.</param>
/// <param name="Holds">Whether the account goes on by this step.</param>
/// <param name="Rule">The rule asked, or null.</param>
/// <param name="Deciding">The conditions of the rule that settle it.</param>
/// <param name="Words">The step for a person.</param>
public sealed record ExplanationStep(string Kind, TerritoryId? Territory, bool Holds, string? Rule, IReadOnlyList<DecidingCondition> Deciding, Text Words)
{
    internal static ExplanationStep Override(AccountOverride forced)
    {
        string why = forced.Why is { } reason ? $" ({reason})" : "";
        return new("override", forced.Territory, true, null, [], new(
            $"an override puts it into {forced.Territory}{why}{Span(forced.Days).English}.",
            $"以指定方式歸入 {forced.Territory}{why}{Span(forced.Days).Chinese}。"));
    }

    internal static ExplanationStep Named(TerritoryNode territory, string? family) => new("named", territory.Id, true, null, [], family is null
        ? new($"{territory.Name} names it.", $"{territory.Name} 直接指名此客戶。")
        : new($"{territory.Name} names its ancestor {family}, and keeps the family together.", $"{territory.Name} 指名其上層客戶 {family}，關係企業一併歸屬。"));

    internal static ExplanationStep Scope(Layer layer, RuleReason reason) => new("scope", null, reason.Holds, layer.Scope!.ToString(), reason.Deciding, reason.Holds
        ? new($"layer {layer.Name} is about it: {Reasons(reason).English}.", $"屬於圖層 {layer.Name} 的範圍：{Reasons(reason).Chinese}。")
        : new($"layer {layer.Name} is not about it: {Reasons(reason).English}.", $"不在圖層 {layer.Name} 的範圍：{Reasons(reason).Chinese}。"));

    internal static ExplanationStep Asked(TerritoryNode territory, RuleReason? reason) => (territory, reason) switch
    {
        (_, { Holds: true }) => new("where", territory.Id, true, territory.Where!.ToString(), reason.Deciding, new($"{territory.Name} takes it: {Reasons(reason).English}.", $"{territory.Name} 符合：{Reasons(reason).Chinese}。")),
        (_, { Holds: false }) => new("where", territory.Id, false, territory.Where!.ToString(), reason.Deciding, new($"{territory.Name} does not: {Reasons(reason).English}.", $"{territory.Name} 不符合：{Reasons(reason).Chinese}。")),
        ({ IsOtherwise: true }, _) => new("otherwise", territory.Id, true, null, [], new($"{territory.Name} takes the rest.", $"{territory.Name} 收納其餘客戶。")),
        _ => new("named", territory.Id, false, null, [], new($"{territory.Name} takes named accounts only.", $"{territory.Name} 只收指名的客戶。")),
    };

    internal static ExplanationStep More(int refusals) => new("more", null, false, null, [], new($"{refusals} territories before these do not take it.", $"在此之前另有 {refusals} 個轄區不符合。"));

    internal static ExplanationStep Left(TerritoryNode? territory) => territory switch
    {
        { Keeps: true } => new("keeps", territory.Id, true, null, [], new($"none below {territory.Name} takes it, and {territory.Name} keeps it.", $"{territory.Name} 之下沒有符合的轄區，由 {territory.Name} 保留。")),
        null => new("gap", null, false, null, [], new("no territory takes it: a gap.", "沒有任何轄區符合：為涵蓋缺口。")),
        _ => new("gap", territory.Id, false, null, [], new($"none below {territory.Name} takes it, and {territory.Name} keeps nothing: a gap.", $"{territory.Name} 之下沒有符合的轄區，且 {territory.Name} 不保留：為涵蓋缺口。")),
    };

    private static Text Reasons(RuleReason reason)
    {
        IEnumerable<(string English, string Chinese)> reasons = reason.Deciding.Select(each => (
            $"{each.Field} is {each.Value ?? "unknown"}, so {Short(each.Condition)} {(each.Holds ? "holds" : "does not hold")}",
            $"{each.Field} 為 {each.Value ?? "未知"}，{Short(each.Condition)} {(each.Holds ? "成立" : "不成立")}"));
        return new(string.Join("; ", reasons.Select(words => words.English)), string.Join("；", reasons.Select(words => words.Chinese)));
    }

    // A list of thousands of codes says no more than its beginning.
    private static string Short(string condition) => condition.Length <= 120 ? condition : condition[..117] + "…";

    private static Text Span(Days days) => (days.From, days.Until) switch
    {
        ({ } from, { } until) => new($", from {from:yyyy-MM-dd} until {until:yyyy-MM-dd}", $"，自 {from:yyyy-MM-dd} 至 {until:yyyy-MM-dd}"),
        ({ } from, null) => new($", from {from:yyyy-MM-dd}", $"，自 {from:yyyy-MM-dd} 起"),
        (null, { } until) => new($", until {until:yyyy-MM-dd}", $"，至 {until:yyyy-MM-dd} 止"),
        (null, null) => Text.Same(""),
    };
}
