using System.CommandLine;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Territories;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick explain ACCOUNT</c>: why an account is where it is.</summary>
internal sealed class ExplainCommand : ICommand
{
    private readonly Argument<string> account = new("ACCOUNT");
    private readonly Option<string?> plan = new("--plan") { HelpName = "PLAN" };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Explain(call));

    public Command Describe(Language language)
    {
        account.Description = new Text("the account's id", "客戶識別碼").In(language);
        plan.Description = new Text("a plan file or the key of a plan; by default the plan in force", "方案檔案或識別碼；預設為生效中的方案").In(language);
        return new Command("explain", new Text("why an account is where it is: the path and what decided at each step", "說明客戶為何屬於此轄區：路徑與每一步的決定條件").In(language)) { account, plan };
    }

    private Outcome Explain(Invocation call)
    {
        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        AccountExplanation told = ExplainAccount.Run(workspace, WorkspaceAtlas.House(), new ExplainRequest(new AccountId(call.Value(account)!), call.Value(plan)), call.Cancellation);
        return told.Plan is null
            ? Outcome.Refused(told.Problems, call.Language)
            : new Outcome(Json(told), console => Print(console, told, call));
    }

    private static object Json(AccountExplanation told) => new
    {
        account = told.Account.Value,
        told.Name,
        told.Plan,
        told.Day,
        layers = told.Layers.Select((layer, index) => new
        {
            layer.Answer.Layer,
            territory = layer.Answer.Territory?.Value,
            rule = layer.Answer.RuleName,
            layer.Answer.Path,
            rep = told.Owners[index]?.Value,
            steps = layer.Steps.Select(step => new
            {
                step.Kind,
                territory = step.Territory?.Value,
                step.Holds,
                step.Rule,
                deciding = step.Deciding.Select(each => new { each.Condition, each.Field, each.Value, each.Holds }),
                words = new { en = step.Words.English, zh = step.Words.Chinese },
            }),
        }),
        problems = told.Problems.Select(ProblemView.Of),
    };

    private static void Print(IAnsiConsole console, AccountExplanation told, Invocation call)
    {
        ProblemView.Print(console, told.Problems, call.Language);
        console.WriteLine($"{told.Account}{(told.Name is null ? "" : $" {told.Name}")} · {told.Plan}");
        for (int layer = 0; layer < told.Layers.Length; layer++)
        {
            PlanAnswer answer = told.Layers[layer].Answer;
            string owner = told.Owners[layer]?.Value ?? call.Say(new("nobody", "無"));
            console.WriteLine();
            console.WriteLine(call.Say(new(
                $"{answer.Layer}: {answer.Territory?.Value ?? "no territory"} ({answer.RuleName}), rep: {owner}",
                $"{answer.Layer}：{answer.Territory?.Value ?? "無轄區"}（{answer.RuleName}），業務代表：{owner}")));
            foreach (ExplanationStep step in told.Layers[layer].Steps)
            {
                console.WriteLine($"  {(step.Holds ? "✓" : "·")} {call.Say(step.Words)}");
            }
        }
    }
}
