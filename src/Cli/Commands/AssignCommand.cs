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
    private readonly Option<string> accounts = new("--accounts") { HelpName = "IN" };
    private readonly Option<string> leads = new("--leads") { HelpName = "IN" };
    private readonly Option<string> output = new("--out") { HelpName = "OUT" };
    private readonly Option<string> normalised = new("--normalised") { HelpName = "OUT" };
    private readonly Option<bool> runnerUp = new("--runner-up");
    private readonly Option<string?> rejects = new("--rejects") { HelpName = "FOLDER|FILE" };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Assign(call));

    public Command Describe(Language language)
    {
        plan.Description = new Text("a plan file", "方案檔案").In(language);
        accounts.Description = new Text("a file of accounts: CSV, Excel or Parquet", "客戶檔案（CSV、Excel 或 Parquet）").In(language);
        leads.Description = new Text("in place of --accounts: a file of leads", "取代 --accounts：潛在客戶檔案").In(language);
        output.Description = new Text("the file to write, CSV or .parquet: account, layer, territory, rule, path", "輸出的檔案（CSV 或 .parquet）：account, layer, territory, rule, path").In(language);
        normalised.Description = new Text("in place of --out: the CSV file for the queries of plan sql", "取代 --out：供 plan sql 查詢使用的 CSV 檔案").In(language);
        runnerUp.Description = new Text("add a column runner_up: the territory that would have been next", "加上 runner_up 欄：次順位的轄區").In(language);
        rejects.Description = new Text("folder (or .csv file) for rows that could not be read", "存放無法讀取之資料列的資料夾（或 .csv 檔）").In(language);
        var command = new Command("assign", new Text("match accounts or leads of a file with a plan; no workspace needed", "依方案分派檔案中的客戶或潛在客戶，不需工作區").In(language))
        {
            plan, accounts, leads, output, normalised, runnerUp, rejects,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is null == result.GetValue(normalised) is null)
            {
                result.AddError(new Text("Give either --out or --normalised.", "請指定 --out 或 --normalised 其中之一。").In(language));
            }

            if (result.GetValue(accounts) is null == result.GetValue(leads) is null)
            {
                result.AddError(new Text("Give either --accounts or --leads.", "請指定 --accounts 或 --leads 其中之一。").In(language));
            }

            if (result.GetValue(normalised) is not null && (result.GetValue(leads) is not null || result.GetValue(runnerUp)))
            {
                result.AddError(new Text("--normalised goes with --accounts, and without --runner-up.", "--normalised 須搭配 --accounts，且不可與 --runner-up 併用。").In(language));
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

        var wish = new AssignWish(call.Value(leads) is null ? Accounts.Table : Leads.Table, call.Value(runnerUp));
        using MarketFiles source = Open(call, wish.Table, work.Columns);
        IReadOnlyList<Problem> unwritten = call.WithProgress(progress => ExportFile.WriteColumns(
            call.Value(output)!, AssignAccounts.NamesOf(wish.WithRunnersUp), work.Answers(source, wish, progress, call.Cancellation), batch => batch()));
        Problem[] problems = [.. work.Problems, .. unwritten];
        return new Outcome(
            new
            {
                work.Accounts,
                rejected = source.Rejected(wish.Table),
                answers = work.Counts,
                engines = work.Engines,
                rejects = source.RejectsFiles,
                groups = ImportView.Groups(source.Problems, call.Language),
                problems = problems.Concat(Told(source)).Select(ProblemView.Of),
            },
            console =>
            {
                ImportView.Widen(console);
                ProblemView.Print(console, problems, call.Language);
                ImportView.PrintProblems(console, source.Problems, call.Language);
                PrintCounts(console, work, call);
                foreach (string rejected in source.RejectsFiles)
                {
                    console.WriteLine(call.Say(new($"Rows that could not be read: {rejected}.", $"無法讀取的資料列：{rejected}。")));
                }
            },
            IsWell(problems, source) ? Outcome.Well : Outcome.ProblemsInInput);
    }

    private static void PrintCounts(IAnsiConsole console, AssignAccounts work, Invocation call)
    {
        string counts = string.Join(", ", work.Counts.Select(pair => $"{pair.Key} {Numbers.Of(pair.Value)}"));
        console.WriteLine(call.Say(new($"{Numbers.Of(work.Accounts)} accounts: {counts}.", $"{Numbers.Of(work.Accounts)} 個客戶：{counts}。")));
        foreach (EngineState slow in work.Engines.Where(engine => engine.DiagramLimit is not null || !engine.IsWhole))
        {
            console.WriteLine(call.Say(new(
                $"Layer {slow.Layer}: its rules cut each other so much that the slower way was taken ({(slow.IsWhole ? $"limit of {slow.DiagramLimit}" : "rules asked one by one")}); the answers are the same.",
                $"圖層 {slow.Layer}：規則彼此交錯過多，改用較慢的方式計算（{(slow.IsWhole ? Limit(slow.DiagramLimit) : "逐條比對規則")}），結果相同。")));
        }
    }

    // Errors one by one; of doubts the groups tell.
    private static IEnumerable<Problem> Told(MarketFiles source) => source.Problems.All.Where(problem => problem.Severity == Severity.Error);

    private static bool IsWell(IEnumerable<Problem> problems, MarketFiles source) => problems.All(problem => problem.Severity != Severity.Error) && source.Problems.Errors == 0;

    private MarketFiles Open(Invocation call, MarketTable table, IReadOnlySet<string>? columns) => MarketFiles.Open(
        [call.Value(leads) ?? call.Value(accounts)!],
        new ImportOptions { Table = table, Columns = columns, Rejects = call.Value(rejects) });

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

        using MarketFiles source = Open(call, Accounts.Table, work.FileColumns);
        var sheet = new Sheet(PlanSql.Table, [.. sql.Columns.Select(column => column.Name)], work.Run(source, call.Cancellation).Select(row => new SheetRow([.. row])));
        IReadOnlyList<Problem> unwritten = ExportFile.Write(sheet, ExportFormat.Csv, table, new ExportOptions { ByteOrderMark = false, IsForSpreadsheets = false });
        Problem[] problems = [.. work.Problems, .. unwritten];
        return new Outcome(
            new { work.Accounts, rejected = source.Rejected(Accounts.Table), groups = ImportView.Groups(source.Problems, call.Language), columns = sql.Columns.Select(column => new { column.Name, type = column.SqlTypeName }), problems = problems.Concat(Told(source)).Select(ProblemView.Of) },
            console =>
            {
                ProblemView.Print(console, problems, call.Language);
                ImportView.PrintProblems(console, source.Problems, call.Language);
                console.WriteLine(call.Say(new($"{Numbers.Of(work.Accounts)} accounts, {Numbers.Of(sql.Columns.Length)} columns.", $"{Numbers.Of(work.Accounts)} 個客戶，{Numbers.Of(sql.Columns.Length)} 個欄位。")));
            },
            IsWell(problems, source) ? Outcome.Well : Outcome.ProblemsInInput);
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
