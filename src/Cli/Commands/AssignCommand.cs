using System.CommandLine;
using Bailiwick.Import;
using Bailiwick.Import.Export;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Storage;
using Bailiwick.Territories;
using Bailiwick.Territories.Sql;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick assign</c>: any number of accounts through a plan file, streamed.</summary>
internal sealed class AssignCommand : ICommand
{
    private readonly Option<string> plan = new("--plan") { HelpName = "FILE", Required = true };
    private readonly Option<string> accounts = new("--accounts") { HelpName = "IN", Required = true };
    private readonly Option<string> output = new("--out") { HelpName = "OUT" };
    private readonly Option<string> normalised = new("--normalised") { HelpName = "OUT" };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Assign(call));

    public Command Describe(Language language)
    {
        plan.Description = new Text("a plan file", "方案檔案").In(language);
        accounts.Description = new Text("a file of accounts", "客戶檔案").In(language);
        output.Description = new Text("the CSV file to write: account, layer, territory, rule, path", "輸出的 CSV 檔案：account, layer, territory, rule, path").In(language);
        normalised.Description = new Text("in place of --out: the CSV file for the queries of plan sql", "取代 --out：供 plan sql 查詢使用的 CSV 檔案").In(language);
        var command = new Command("assign", new Text("match accounts of a file with a plan; no workspace needed", "依方案分派檔案中的客戶，不需工作區").In(language)) { plan, accounts, output, normalised };
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is null == result.GetValue(normalised) is null)
            {
                result.AddError(new Text("Give either --out or --normalised.", "請指定 --out 或 --normalised 其中之一。").In(language));
            }
        });
        return command;
    }

    private Outcome Assign(Invocation call)
    {
        string file = call.Value(plan)!;
        if (!File.Exists(file))
        {
            return Outcome.Refused([PlanReference.Unknown(file)], call.Language);
        }

        return call.Value(normalised) is { } table ? Normalise(call, file, table) : Answer(call, file);
    }

    private Outcome Answer(Invocation call, string file)
    {
        var work = new AssignAccounts(file, WorkspaceAtlas.House(), call.Terminal.Clock, Schemes(call));
        if (!work.IsReady)
        {
            return Outcome.Refused(work.Problems, call.Language);
        }

        using var source = MarketFiles.Open([call.Value(accounts)!], new ImportOptions());
        var sheet = new Sheet("assigned", ["account", "layer", "territory", "rule", "path"], work.Run(source, call.Cancellation)
            .Select(each => new SheetRow([each.Account.Value, each.Answer.Layer, each.Answer.Territory?.Value, each.Answer.RuleName, each.Answer.Path])));
        IReadOnlyList<Problem> unwritten = ExportFile.Write(sheet, ExportFormat.Csv, call.Value(output)!, new ExportOptions { ByteOrderMark = false });
        Problem[] problems = [.. work.Problems, .. source.Problems.All, .. unwritten];
        bool isWell = problems.All(problem => problem.Severity != Severity.Error);
        return new Outcome(
            new { work.Accounts, rejected = source.Rejected(Accounts.Table), answers = work.Counts, engines = work.Engines, problems = problems.Select(ProblemView.Of) },
            console =>
            {
                ProblemView.Print(console, problems, call.Language);
                string counts = string.Join(", ", work.Counts.Select(pair => $"{pair.Key} {Numbers.Of(pair.Value)}"));
                console.WriteLine(call.Say(new($"{Numbers.Of(work.Accounts)} accounts: {counts}.", $"{Numbers.Of(work.Accounts)} 個客戶：{counts}。")));
                foreach (EngineState slow in work.Engines.Where(engine => engine.DiagramLimit is not null || !engine.IsWhole))
                {
                    console.WriteLine(call.Say(new(
                        $"Layer {slow.Layer}: its rules cut each other so much that the slower way was taken ({(slow.IsWhole ? $"limit of {slow.DiagramLimit}" : "rules asked one by one")}); the answers are the same.",
                        $"圖層 {slow.Layer}：規則彼此交錯過多，改用較慢的方式計算（{(slow.IsWhole ? Limit(slow.DiagramLimit) : "逐條比對規則")}），結果相同。")));
                }
            },
            isWell ? Outcome.Well : Outcome.ProblemsInInput);
    }

    private static string Limit(string? limit) => limit switch
    {
        "states" => "已達狀態數上限",
        "memory" => "已達記憶體上限",
        _ => "已達時間上限",
    };

    private Outcome Normalise(Invocation call, string file, string table)
    {
        var work = new NormaliseAccounts(file, WorkspaceAtlas.House(), call.Terminal.Clock, Schemes(call));
        if (work.Sql is not { } sql)
        {
            return Outcome.Refused(work.Problems, call.Language);
        }

        using var source = MarketFiles.Open([call.Value(accounts)!], new ImportOptions());
        var sheet = new Sheet(PlanSql.Table, [.. sql.Columns.Select(column => column.Name)], work.Run(source, call.Cancellation).Select(row => new SheetRow([.. row])));
        IReadOnlyList<Problem> unwritten = ExportFile.Write(sheet, ExportFormat.Csv, table, new ExportOptions { ByteOrderMark = false, IsForSpreadsheets = false });
        Problem[] problems = [.. work.Problems, .. source.Problems.All, .. unwritten];
        return new Outcome(
            new { work.Accounts, rejected = source.Rejected(Accounts.Table), columns = sql.Columns.Select(column => new { column.Name, type = column.SqlTypeName }), problems = problems.Select(ProblemView.Of) },
            console =>
            {
                ProblemView.Print(console, problems, call.Language);
                console.WriteLine(call.Say(new($"{Numbers.Of(work.Accounts)} accounts, {Numbers.Of(sql.Columns.Length)} columns.", $"{Numbers.Of(work.Accounts)} 個客戶，{Numbers.Of(sql.Columns.Length)} 個欄位。")));
            },
            problems.All(problem => problem.Severity != Severity.Error) ? Outcome.Well : Outcome.ProblemsInInput);
    }

    // No workspace is needed, but the industry schemes of one that is there count.
    private static IndustrySchemes? Schemes(Invocation call)
    {
        if (!File.Exists(Path.Combine(call.Folder, WorkspaceFolder.FileName)))
        {
            return null;
        }

        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        return workspace.Industries.Load();
    }
}
