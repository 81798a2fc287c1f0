using System.CommandLine;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Territories;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick plan diff A B --regions</c>: what changes hands between two versions.</summary>
internal sealed class PlanDiffCommand : ICommand
{
    private const int MostInText = 20;

    private readonly Argument<string> before = new("A");
    private readonly Argument<string> after = new("B");
    private readonly Option<bool> regions = new("--regions") { Required = true };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Diff(call));

    public Command Describe(Language language)
    {
        before.Description = new Text("the earlier version: a plan file, or the key of a kept plan", "較舊版本：方案檔案，或工作區中方案的識別碼").In(language);
        after.Description = new Text("the later version", "較新版本").In(language);
        regions.Description = new Text("the exact regions that change hands, for every account that may come", "精確列出換手的範圍，適用於所有可能的客戶").In(language);
        return new Command("diff", new Text("what changes hands between two versions of a plan", "方案兩個版本之間有哪些換手").In(language)) { before, after, regions };
    }

    private Outcome Diff(Invocation call)
    {
        string[] versions = [call.Value(before)!, call.Value(after)!];
        bool hasWorkspace = File.Exists(Path.Combine(call.Folder, WorkspaceFolder.FileName)) || !versions.All(File.Exists);
        using Workspace? workspace = hasWorkspace ? WorkspaceFolder.Open(call.Folder, call.Terminal.Clock) : null;
        PlanComparison result = ComparePlans.Run(versions[0], versions[1], WorkspaceAtlas.House(), workspace, call.Cancellation);
        return new Outcome(Json(result), console => Print(console, result, call), result.IsSound ? Outcome.Well : Outcome.ProblemsInInput);
    }

    private static object Json(PlanComparison result) => new
    {
        result.Before,
        result.After,
        layers = result.Regions?.Layers.Select(layer => new
        {
            layer.Layer,
            regions = layer.Moved.Select(moved => new
            {
                from = EndOf(moved.From),
                to = EndOf(moved.To),
                consistent = moved.IsConsistent,
                moved.Share,
                moved.Regions,
                moved.Witness,
            }),
            named = layer.Named.Select(name => new { account = name.Account.Value, from = name.From?.Value, to = name.To?.Value }),
            undecided = layer.Undecided.Select(open => new { territory = open.Territory?.Value, why = open.Why.English }),
        }) ?? [],
        problems = result.Problems.Select(ProblemView.Of),
    };

    private static object EndOf(RowEnd end) => new { territory = end.Territory?.Value, rule = end.Territory is null ? end.ToString() : null };

    private static void Print(IAnsiConsole console, PlanComparison result, Invocation call)
    {
        ProblemView.Print(console, result.Problems, call.Language);
        foreach (LayerRegions layer in result.Regions?.Layers ?? [])
        {
            console.MarkupLine($"[bold]{Markup.Escape(call.Say(new($"Layer {layer.Layer}", $"圖層 {layer.Layer}")))}[/]");
            foreach (MovedRegion moved in layer.Moved.Take(MostInText))
            {
                Text unreal = moved.IsConsistent ? new("", "") : new(" (no real place is so)", "（現實中沒有這樣的地點）");
                console.WriteLine(call.Say(new(
                    $"  {Word(moved.From).English} → {Word(moved.To).English}: {Numbers.Share(moved.Share)} of all combinations, as {WitnessText.Of(moved.Witness).English}{unreal.English}",
                    $"  {Word(moved.From).Chinese} → {Word(moved.To).Chinese}：{Numbers.Share(moved.Share)} 的組合，例如{WitnessText.Of(moved.Witness).Chinese}{unreal.Chinese}")));
            }

            foreach (MovedName name in layer.Named.Take(MostInText))
            {
                console.WriteLine(call.Say(new(
                    $"  by name: {name.Account}, {name.From?.Value ?? "nobody"} → {name.To?.Value ?? "nobody"}",
                    $"  指名客戶 {name.Account}：{name.From?.Value ?? "無"} → {name.To?.Value ?? "無"}")));
            }

            foreach (Undecided open in layer.Undecided.Take(MostInText))
            {
                console.WriteLine(call.Say(new($"  undecided {open.Territory}: {open.Why.English}", $"  未定 {open.Territory}：{open.Why.Chinese}")));
            }

            PrintEnd(console, layer, call);
        }
    }

    private static void PrintEnd(IAnsiConsole console, LayerRegions layer, Invocation call)
    {
        int most = Math.Max(layer.Moved.Length, Math.Max(layer.Named.Length, layer.Undecided.Length));
        if (most > MostInText)
        {
            console.WriteLine(call.Say(new($"  … and more: {layer.Moved.Length} moves, {layer.Named.Length} names; all with --json.", $"  ……另有更多：{layer.Moved.Length} 項換手、{layer.Named.Length} 個指名客戶；用 --json 看全部。")));
        }
        else if (most == 0)
        {
            console.WriteLine(call.Say(new("  Nothing changes hands.", "  沒有換手。")));
        }
    }

    private static Text Word(RowEnd end) => end switch
    {
        { Territory: { } territory } => new(territory.Value, territory.Value),
        { IsGap: true } => new("gap", "缺口"),
        _ => new("out of scope", "範圍外"),
    };
}
