using System.CommandLine;
using System.Globalization;
using Bailiwick.Import.Export;
using Bailiwick.Measures;
using Bailiwick.Staffing;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick staff --plan PLAN</c>: reps to the territories of a plan, by distance, proven optimal.</summary>
internal sealed class StaffCommand : ICommand
{
    private readonly Option<string> plan = new("--plan") { HelpName = "PLAN", Required = true };
    private readonly Option<string> layer = new("--layer") { HelpName = "LAYER" };
    private readonly Option<double> location = new("--location") { HelpName = "W", DefaultValueFactory = _ => 1 };
    private readonly Option<DateOnly?> asOf = new("--as-of") { HelpName = "DATE" };
    private readonly Option<string> output = new("--out") { HelpName = "PLAN" };

    public StaffCommand() => location.Validators.Add(result =>
    {
        if (!(result.GetValueOrDefault<double>() > 0))
        {
            result.AddError("--location: a weight above 0 · 權重須大於 0");
        }
    });

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Staff(call));

    public Command Describe(Language language)
    {
        plan.Description = new Text("a plan file, or the key of a kept plan", "方案檔案，或工作區中方案的識別碼").In(language);
        layer.Description = new Text("the layer to staff; by default the first", "要配置的圖層；預設為第一個").In(language);
        location.Description = new Text("weight of the distance from home; the only part of the fit so far", "住處距離的權重；目前唯一的配適項目").In(language);
        asOf.Description = new Text("the day for which reps count; by default the plan's first, else today", "以此日在職的業務代表為準；預設為方案生效日，否則為今天").In(language);
        output.Description = new Text("the plan file to write, with the owners; without it nothing is written", "寫入負責人後的方案檔案；省略時不寫檔").In(language);
        return new Command("staff", new Text("reps to the territories of a plan, by where they live", "依住處將業務代表配置到方案的轄區").In(language)) { plan, layer, location, asOf, output };
    }

    private Outcome Staff(Invocation call)
    {
        long start = call.Terminal.Clock.GetTimestamp();
        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        var request = new StaffRequest(call.Value(plan)!, call.Value(layer), call.Value(asOf));
        StaffResult result = StaffTerritories.Run(workspace, WorkspaceAtlas.House(), request, call.Cancellation);
        if (result.Staffing is not { } staffing)
        {
            return Outcome.Refused(result.Problems, call.Language);
        }

        List<Problem> unwritten = call.Value(output) is { } file ? Write(file, result) : [];
        Problem[] problems = [.. result.Problems, .. unwritten];
        double seconds = call.Terminal.Clock.GetElapsedTime(start).TotalSeconds;
        return new Outcome(
            Json(call.Value(plan)!, result, staffing, seconds, problems, unwritten.Count > 0 ? null : call.Value(output)),
            console =>
            {
                Print(console, result, staffing, problems, call);
                if (call.Value(output) is null)
                {
                    console.WriteLine(call.Say(new("Nothing was written: --out PLAN writes the owners into the plan.", "未寫入檔案；用 --out PLAN 將負責人寫入方案。")));
                }
            },
            problems.Any(problem => problem.Severity == Severity.Error) ? Outcome.ProblemsInInput : Outcome.Well);
    }

    // The list files go beside the plan, where its text looks for them; first, so that the plan never names one that is not there.
    private static List<Problem> Write(string file, StaffResult result)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var problems = new List<Problem>();
        foreach ((string name, string content) in result.Files)
        {
            string list = Path.Combine(folder, name);
            if (!File.Exists(list))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(list)!);
                problems.AddRange(WriteText(list, content));
            }
        }

        return problems.Count > 0 ? problems : [.. WriteText(file, result.Text!)];
    }

    private static IReadOnlyList<Problem> WriteText(string file, string text) => ExportFile.Write(file, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));

    private static object Json(string plan, StaffResult result, StaffingResult staffing, double seconds, Problem[] problems, string? written) => new
    {
        plan,
        result.Layer,
        optimal = staffing.IsOptimal,
        objective = "distanceMetres",
        total = staffing.Total.Value,
        seed = 0,
        seconds,
        choices = staffing.Choices.Select(choice => new
        {
            territory = choice.Territory.Value,
            name = result.Names.Of(choice.Territory),
            rep = choice.Rep?.Value,
            repName = choice.Rep is { } rep ? result.Names.Of(rep) : null,
            parts = new { distanceMetres = choice.Distance?.Value },
            runnerUp = choice.RunnerUp is { } other
                ? new { rep = other.Rep?.Value, repName = other.Rep is { } second ? result.Names.Of(second) : null, parts = new { distanceMetres = other.Distance?.Value } }
                : null,
            regret = choice.RunnerUp?.Regret?.Value,
        }),
        unassigned = staffing.Unassigned.Select(rep => new { rep = rep.Value, repName = result.Names.Of(rep) }),
        written,
        problems = problems.Select(ProblemView.Of),
    };

    private static void Print(IAnsiConsole console, StaffResult result, StaffingResult staffing, Problem[] problems, Invocation call)
    {
        var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape(result.Layer!));
        table.AddColumn(call.Say(new("territory", "轄區")));
        table.AddColumn(call.Say(new("rep", "業務代表")));
        table.AddColumn(new TableColumn(call.Say(new("distance, km", "距離（公里）"))).RightAligned());
        table.AddColumn(call.Say(new("runner-up", "次佳人選")));
        table.AddColumn(new TableColumn(call.Say(new("regret, km", "換人代價（公里）"))).RightAligned());
        foreach (StaffingChoice choice in staffing.Choices)
        {
            table.AddRow(
                Markup.Escape(result.Names.Of(choice.Territory)),
                Markup.Escape(NameOf(choice.Rep, result, call)),
                Kilometres(choice.Distance),
                choice.RunnerUp is null ? "–" : Markup.Escape(NameOf(choice.RunnerUp.Rep, result, call)),
                Kilometres(choice.RunnerUp?.Regret));
        }

        console.Write(table);
        console.WriteLine(call.Say(staffing.IsOptimal
            ? new($"All distances together: {Kilometres(staffing.Total)} km; proven that no other assignment is shorter.", $"距離合計 {Kilometres(staffing.Total)} 公里；已證明沒有更短的配置。")
            : new($"All distances together: {Kilometres(staffing.Total)} km; not proven to be the shortest.", $"距離合計 {Kilometres(staffing.Total)} 公里；未能證明為最短。")));
        ProblemView.Print(console, problems, call.Language);
    }

    private static string NameOf(RepId? rep, StaffResult result, Invocation call) => rep is { } id ? result.Names.Of(id) : call.Say(new("(vacant)", "（懸缺）"));

    private static string Kilometres(Metres? distance) => distance is { } metres ? metres.Kilometres.ToString("N1", CultureInfo.InvariantCulture) : "–";
}
