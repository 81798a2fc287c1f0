using System.ComponentModel;
using Bailiwick.Territories;
using Bailiwick.Workbench;

namespace Bailiwick.Web.Api;

/// <summary>A condition that decided.</summary>
internal sealed record DecidingView(string Condition, string Field, [property: Description("null is unknown")] string? Value, bool Holds);

/// <summary>One step of the walk.</summary>
internal sealed record StepView(
    [property: Description("override, named, scope, where, otherwise, more, keeps or gap")] string Kind,
    string? Territory,
    bool Holds,
    string? Rule,
    IReadOnlyList<DecidingView> Deciding,
    TextView Words)
{
    public static StepView Of(ExplanationStep step) => new(
        step.Kind, step.Territory?.Value, step.Holds, step.Rule, [.. step.Deciding.Select(each => new DecidingView(each.Condition, each.Field, each.Value, each.Holds))], TextView.Of(step.Words));
}

/// <summary>Where an account is or would be.</summary>
internal sealed record PlaceInPlanView([property: Description("null for a gap and out of scope")] string? Territory, string Rule, string Path)
{
    public static PlaceInPlanView Of(PlanAnswer answer) => new(answer.Territory?.Value, answer.RuleName, answer.Path);

    public static PlaceInPlanView? OrNull(PlanAnswer? answer) => answer is null ? null : Of(answer);
}

/// <summary>A single change of the account that would move it.</summary>
internal sealed record MoveView(
    string Field,
    [property: Description("null is unknown")] string? From,
    [property: Description("null is unknown")] string? To,
    [property: Description("How large a change it is, above 0; the smallest comes first.")] decimal Size,
    PlaceInPlanView Answer,
    TextView Words)
{
    public static MoveView Of(AccountMove move) =>
        new(move.Change.Field, move.Change.From, move.Change.To, move.Change.Size, PlaceInPlanView.Of(move.Answer), TextView.Of(move.Words));
}

/// <summary>Who keeps an account whatever its territory.</summary>
internal sealed record HoldoutView(string Owner, DateOnly? From, DateOnly? Until, string? Why);

/// <summary>Why an account is where it is in one layer, and what would move it.</summary>
internal sealed record LayerExplanationView(
    string Layer,
    PlaceInPlanView Answer,
    [property: Description("The accountable rep; null is nobody.")] string? Rep,
    HoldoutView? Holdout,
    IReadOnlyList<StepView> Steps,
    [property: Description("What the rules give when its own territory takes nothing; null when none would.")] PlaceInPlanView? RunnerUp,
    [property: Description("Of an account that is placed by name or override: what the rules alone give.")] PlaceInPlanView? ByRulesAlone,
    IReadOnlyList<MoveView> Moves);

/// <summary>Why an account is where it is.</summary>
internal sealed record ExplanationView(string Account, string? Name, string Plan, DateOnly AsOf, IReadOnlyList<LayerExplanationView> Layers)
{
    public static ExplanationView Of(AccountExplanation told, string plan) => new(
        told.Account.Value,
        told.Name,
        plan,
        told.Day,
        [
            .. told.Layers.Select((layer, at) => new LayerExplanationView(
                layer.Answer.Layer,
                PlaceInPlanView.Of(layer.Answer),
                told.Owners[at]?.Value,
                told.Holdouts[at] is { } holdout ? new HoldoutView(holdout.Owner.Value, holdout.Days.From, holdout.Days.Until, holdout.Why) : null,
                [.. layer.Steps.Select(StepView.Of)],
                PlaceInPlanView.OrNull(layer.RunnerUp),
                PlaceInPlanView.OrNull(layer.Unnamed),
                [.. layer.Moves.Select(MoveView.Of)])),
        ]);
}
