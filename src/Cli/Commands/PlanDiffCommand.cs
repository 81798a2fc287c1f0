using System.CommandLine;
using Bailiwick.Import;
using Bailiwick.Import.Export;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick plan diff A B</c>: which accounts, money, quota and relationships move between two versions, and which edits move them.</summary>
internal sealed class PlanDiffCommand : ICommand
{
    private readonly Argument<string> before = new("A");
    private readonly Argument<string> after = new("B");
    private readonly Option<string?> accounts = new("--accounts") { HelpName = "IN" };
    private readonly Option<DateOnly?> asOf = new("--as-of") { HelpName = "DATE" };
    private readonly Option<string?> output = new("--out") { HelpName = "FILE" };
    private readonly Option<bool> regions = new("--regions");

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Diff(call));

    public Command Describe(Language language)
    {
        before.Description = new Text("the earlier version: a plan file, or the key of a kept plan", "較舊版本：方案檔案，或工作區中方案的識別碼").In(language);
        after.Description = new Text("the later version", "較新版本").In(language);
        accounts.Description = new Text("a file of accounts to compare; without it the market of the workspace", "要比較的客戶檔案；未指定時使用工作區的市場資料").In(language);
        asOf.Description = new Text("the day for overrides, sales and deals; by default the later version's effective day, else today", "指定歸屬、銷售與商機的基準日；預設為較新版本的生效日，否則為今天").In(language);
        output.Description = new Text("a CSV or Excel file of every account that moves", "將所有異動客戶寫入 CSV 或 Excel 檔案").In(language);
        regions.Description = new Text("also the exact regions that change hands, for every account that may come", "另列出精確的換手範圍，適用於所有可能的客戶").In(language);
        return new Command("diff", new Text("what moves between two versions of a plan: accounts, revenue, pipeline, quota, relationships, and why", "方案兩個版本之間的異動：客戶、營收、商機、配額、客戶關係，以及原因").In(language))
        {
            before, after, accounts, asOf, output, regions,
        };
    }

    private Outcome Diff(Invocation call)
    {
        string[] versions = [call.Value(before)!, call.Value(after)!];
        bool hasWorkspace = File.Exists(Path.Combine(call.Folder, WorkspaceFolder.FileName)) || !versions.All(File.Exists);
        using Workspace? workspace = hasWorkspace ? WorkspaceFolder.Open(call.Folder, call.Terminal.Clock) : null;
        using MarketFiles? source = call.Value(accounts) is { } given ? MarketFiles.Open([given], new ImportOptions()) : null;
        var request = new DiffRequest(versions[0], versions[1], call.Terminal.Clock) { Accounts = source, Day = call.Value(asOf), WithRegions = call.Value(regions) };
        PlanDiff result = DiffPlans.Run(request, WorkspaceAtlas.House(), workspace, call.Cancellation);
        result = result with { Problems = [.. result.Problems, .. source?.Problems.All ?? [], .. Write(result, call.Value(output))] };
        return new Outcome(PlanDiffView.Of(result), console => new PlanDiffText(console, call.Language).Print(result), result.IsSound ? Outcome.Well : Outcome.ProblemsInInput);
    }

    private static IReadOnlyList<Problem> Write(PlanDiff result, string? file) => file is null ? []
        : result.Moved is not { } moved ? [NoAccounts(file)]
        : ExportFile.Write(moved, Path.GetExtension(file).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? ExportFormat.Xlsx : ExportFormat.Csv, file, new ExportOptions());

    private static Problem NoAccounts(string file) => new(
        "diff.no-accounts",
        Severity.Error,
        new Place(file),
        new Text("There are no accounts to write: neither --accounts nor a workspace.", "沒有可寫入的客戶：未指定 --accounts，也沒有工作區。"),
        Advice: new Text("Maybe add --accounts FILE.", "可加上 --accounts 檔案。"));
}
