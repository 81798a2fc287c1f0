using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Territories;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary>An explanation for a person.</summary>
internal sealed class ExplainText(IAnsiConsole console, Language language)
{
    private const int MostMoves = 5;

    public void Print(AccountExplanation told)
    {
        ImportView.Widen(console);
        ProblemView.Print(console, told.Problems, language);
        string day = told.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Say(new($"{told.Account}{(told.Name is null ? "" : $" {told.Name}")} · {told.Plan}, as of {day}", $"{told.Account}{(told.Name is null ? "" : $" {told.Name}")} · {told.Plan}，基準日 {day}"));
        for (int layer = 0; layer < told.Layers.Length; layer++)
        {
            console.WriteLine();
            Print(told.Layers[layer], told.Owners[layer], told.Holdouts[layer]);
        }
    }

    private void Print(LayerExplanation layer, RepId? owner, Holdout? holdout)
    {
        PlanAnswer answer = layer.Answer;
        Say(new(
            $"{answer.Layer}: {answer.Territory?.Value ?? "no territory"} ({answer.RuleName}), rep: {owner?.Value ?? "nobody"}",
            $"{answer.Layer}：{answer.Territory?.Value ?? "無轄區"}（{answer.RuleName}），業務代表：{owner?.Value ?? "無"}"));
        foreach (ExplanationStep step in layer.Steps)
        {
            console.WriteLine($"  {(step.Holds ? "✓" : "·")} {step.Words.In(language)}");
        }

        if (holdout is not null)
        {
            string why = holdout.Why is { } reason ? $" ({reason})" : "";
            string until = holdout.Days.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
            Say(new(
                $"  A holdout keeps it with {holdout.Owner}{(until.Length == 0 ? "" : $" until {until}")}{why}, whatever its territory.",
                $"  保留設定使其由 {holdout.Owner} 負責{(until.Length == 0 ? "" : $"至 {until}")}{why}，不受轄區影響。"));
        }

        if (layer.Unnamed is { } rules)
        {
            Say(new($"  Without what is said of it by name, its rules would give: {Where(rules).English}.", $"  若未指名或指定，依規則會是：{Where(rules).Chinese}。"));
        }
        else if (layer.RunnerUp is { } next)
        {
            Say(new($"  Next in line: {next.Territory}, if {answer.Territory} did not take it.", $"  次順位：若 {answer.Territory} 不收，則為 {next.Territory}。"));
        }

        PrintMoves(layer);
    }

    private void PrintMoves(LayerExplanation layer)
    {
        if (layer.Moves.IsEmpty)
        {
            Say(layer.Answer.Rule is MatchRule.Override or MatchRule.Named
                ? new("  No change of its own data would move it: it is placed by name.", "  其本身資料的任何單一變動都不會改變歸屬：由指名決定。")
                : new("  No single change of its own data would move it.", "  其本身資料的任何單一變動都不會改變歸屬。"));
            return;
        }

        Say(new("  What would move it, the smallest change first:", "  會使其改屬的單一變動，由小到大："));
        foreach (AccountMove move in layer.Moves.Take(MostMoves))
        {
            (Text to, Text change) = (Where(move.Answer), move.Change.Words);
            Say(new($"    → {to.English}: with {change.English}", $"    → {to.Chinese}：{change.Chinese}"));
        }

        if (layer.Moves.Length > MostMoves)
        {
            Say(new($"    … and {Numbers.Of(layer.Moves.Length - MostMoves)} more (all with --json).", $"    ……另有 {Numbers.Of(layer.Moves.Length - MostMoves)} 項（用 --json 看全部）。"));
        }
    }

    private static Text Where(PlanAnswer answer) => answer switch
    {
        { Territory: { } territory } => Text.Same(territory.Value),
        { Rule: MatchRule.Gap } => new("a gap", "涵蓋缺口"),
        _ => new("outside the layer's scope", "圖層範圍之外"),
    };

    private void Say(Text text) => console.WriteLine(text.In(language));
}
