using System.CommandLine;
using Bailiwick.Import;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick explain ACCOUNT</c>: why an account is where it is, and what would move it.</summary>
internal sealed class ExplainCommand : ICommand
{
    private readonly Argument<string> account = new("ACCOUNT");
    private readonly Option<string?> plan = new("--plan") { HelpName = "PLAN" };
    private readonly Option<string?> accounts = new("--accounts") { HelpName = "IN" };
    private readonly Option<string?> leads = new("--leads") { HelpName = "IN" };
    private readonly Option<DateOnly?> asOf = new("--as-of") { HelpName = "DATE" };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Explain(call));

    public Command Describe(Language language)
    {
        account.Description = new Text("the account's id, or a lead's with --leads", "客戶識別碼；搭配 --leads 時為潛在客戶識別碼").In(language);
        plan.Description = new Text("a plan file or the key of a plan; by default the plan in force", "方案檔案或識別碼；預設為生效中的方案").In(language);
        accounts.Description = new Text("a file of accounts in which it stands; without it the workspace", "客戶所在的檔案；未指定時使用工作區").In(language);
        leads.Description = new Text("in place of --accounts: a file of leads", "取代 --accounts：潛在客戶檔案").In(language);
        asOf.Description = new Text("the day for overrides and holdouts; by default today, of a plan file its effective day", "指定歸屬與保留的基準日；預設為今天，方案檔案則為其生效日").In(language);
        var command = new Command("explain", new Text("why an account is where it is, who was next, and what would move it", "說明客戶為何屬於此轄區、次順位為何、何種變動會使其改屬").In(language)) { account, plan, accounts, leads, asOf };
        command.Validators.Add(result =>
        {
            if (result.GetValue(accounts) is not null && result.GetValue(leads) is not null)
            {
                result.AddError(new Text("Give --accounts or --leads, not both.", "--accounts 與 --leads 只能擇一。").In(language));
            }
        });
        return command;
    }

    private Outcome Explain(Invocation call)
    {
        MarketTable table = call.Value(leads) is null ? Accounts.Table : Leads.Table;
        string? given = call.Value(leads) ?? call.Value(accounts);
        // A plan file and a file of accounts need no workspace, and none is made for them.
        bool hasWorkspace = File.Exists(Path.Combine(call.Folder, WorkspaceFolder.FileName)) || given is null || !File.Exists(call.Value(plan));
        using Workspace? workspace = hasWorkspace ? WorkspaceFolder.Open(call.Folder, call.Terminal.Clock) : null;
        using MarketFiles? source = given is null ? null : MarketFiles.Open([given], new ImportOptions { Table = table });
        var request = new ExplainRequest(new AccountId(call.Value(account)!), call.Terminal.Clock, call.Value(plan))
        {
            Day = call.Value(asOf),
            File = source is null ? null : new ExplainFile(source, table),
        };
        AccountExplanation told = ExplainAccount.Run(workspace, WorkspaceAtlas.House(), request, call.Cancellation);
        IReadOnlyList<Problem> unread = [.. source?.Problems.All.Where(problem => problem.Severity == Severity.Error) ?? []];
        return told.Plan is null
            ? Outcome.Refused([.. unread, .. told.Problems], call.Language)
            : new Outcome(ExplainView.Of(told), console => new ExplainText(console, call.Language).Print(told));
    }
}
