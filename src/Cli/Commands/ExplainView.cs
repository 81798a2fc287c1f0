using Bailiwick.Territories;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary>An explanation as JSON.</summary>
internal static class ExplainView
{
    public static object Of(AccountExplanation told) => new
    {
        account = told.Account.Value,
        told.Name,
        told.Plan,
        asOf = told.Day,
        layers = told.Layers.Select((layer, index) => new
        {
            layer.Answer.Layer,
            territory = layer.Answer.Territory?.Value,
            rule = layer.Answer.RuleName,
            layer.Answer.Path,
            rep = told.Owners[index]?.Value,
            holdout = told.Holdouts[index] is not { } holdout ? null : new { owner = holdout.Owner.Value, holdout.Days.From, holdout.Days.Until, holdout.Why },
            steps = layer.Steps.Select(step => new
            {
                step.Kind,
                territory = step.Territory?.Value,
                step.Holds,
                step.Rule,
                deciding = step.Deciding.Select(each => new { each.Condition, each.Field, each.Value, each.Holds }),
                words = Words(step.Words),
            }),
            runnerUp = Answer(layer.RunnerUp),
            byRulesAlone = Answer(layer.Unnamed),
            moves = layer.Moves.Select(move => new
            {
                move.Change.Field,
                move.Change.From,
                move.Change.To,
                move.Change.Size,
                territory = move.Answer.Territory?.Value,
                rule = move.Answer.RuleName,
                move.Answer.Path,
                words = Words(move.Words),
            }),
        }),
        problems = told.Problems.Select(ProblemView.Of),
    };

    private static object? Answer(PlanAnswer? answer) => answer is null ? null : new { territory = answer.Territory?.Value, rule = answer.RuleName, answer.Path };

    private static object Words(Text text) => new { en = text.English, zh = text.Chinese };
}
