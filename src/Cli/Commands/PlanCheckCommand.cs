using System.CommandLine;
using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Import;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Territories;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick plan check FILE</c>: syntax, meaning, expects, and the proof of coverage.</summary>
internal sealed class PlanCheckCommand : ICommand
{
    private const int MostInText = 10;

    private readonly Argument<string> plan = new("PLAN");
    private readonly Option<string> accounts = new("--accounts") { HelpName = "IN" };
    private readonly Option<string> failOn = new("--fail-on") { HelpName = string.Join(',', CheckFailures.Names) };
    private readonly Option<int?> most = new("--most") { HelpName = "N" };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Check(call));

    public Command Describe(Language language)
    {
        plan.Description = new Text("a plan file, or the key of a kept plan", "方案檔案，或工作區中方案的識別碼").In(language);
        accounts.Description = new Text("a file of accounts to count in gaps and overlaps; without it those of the workspace", "要計入缺口與重疊的客戶檔案；未指定時使用工作區的客戶").In(language);
        failOn.Description = new Text("what is to end with exit code 1, separated by commas", "視為失敗（結束代碼 1）的項目，以逗號分隔").In(language);
        most.Description = new Text(
            $"so many findings of each kind, 0 or more; by default {MostInText}, with --json {new ProofOptions().MostListed}",
            $"每類最多列出幾項（0 以上）；預設 {MostInText}，搭配 --json 為 {new ProofOptions().MostListed}").In(language);
        failOn.Validators.Add(result =>
        {
            if (Wanted(result.GetValueOrDefault<string>()).Except(CheckFailures.Names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            {
                result.AddError(new Text($"--fail-on knows {string.Join(", ", CheckFailures.Names)}, not \"{unknown}\".", $"--fail-on 可用 {string.Join("、", CheckFailures.Names)}，沒有「{unknown}」。").In(language));
            }
        });
        most.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int number) || number < 0))
            {
                result.AddError(new Text("--most is a whole number, 0 or more.", "--most 須為 0 以上的整數。").In(language));
            }
        });
        return new Command("check", new Text("prove a plan: mistakes, its own tests, gaps, overlaps and dead territories", "證明方案：錯誤、自訂測試、缺口、重疊與無效轄區").In(language)) { plan, accounts, failOn, most };
    }

    private Outcome Check(Invocation call)
    {
        string file = call.Value(plan)!;
        Atlas house = WorkspaceAtlas.House();
        // A plan file can be checked without a workspace, and none is made for it.
        bool hasWorkspace = File.Exists(Path.Combine(call.Folder, WorkspaceFolder.FileName)) || !File.Exists(file);
        using Workspace? workspace = hasWorkspace ? WorkspaceFolder.Open(call.Folder, call.Terminal.Clock) : null;
        using MarketFiles? source = call.Value(accounts) is { } given ? MarketFiles.Open([given], new ImportOptions()) : null;
        int listed = call.Value(most) ?? (call.IsJson ? new ProofOptions().MostListed : MostInText);
        var request = new CheckRequest(file, call.Terminal.Clock)
        {
            Accounts = source,
            FailOn = [.. Wanted(call.Value(failOn))],
            Proof = new ProofOptions { MostListed = listed },
        };
        CheckResult result = CheckPlan.Run(request, house, workspace, call.Cancellation);
        result = result with { Problems = [.. result.Problems, .. source?.Problems.All ?? []] };
        return new Outcome(PlanCheckView.Of(result), console => new PlanCheckText(console, call.Language, listed).Print(result), result.IsSound ? Outcome.Well : Outcome.ProblemsInInput);
    }

    private static string[] Wanted(string? names) => names?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
