using System.CommandLine;
using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick plan show ID</c>: a kept plan, its state and its text.</summary>
internal sealed class PlanShowCommand : ICommand
{
    private readonly Argument<string> key = new("ID");

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Show(call));

    public Command Describe(Language language)
    {
        key.Description = new Text("the key of a plan, as plan list shows it", "方案的識別碼（見 plan list）").In(language);
        return new Command("show", new Text("a kept plan: its state and its text", "顯示方案的狀態與內容").In(language)) { key };
    }

    private Outcome Show(Invocation call)
    {
        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        string wanted = call.Value(key)!;
        if (workspace.Plans.Find(new PlanId(wanted)) is not { } plan)
        {
            return Outcome.Refused([PlanReference.Unknown(wanted)], call.Language);
        }

        string effective = plan.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Outcome(
            new { id = plan.Id.Value, plan.Name, plan.State, plan.Effective, plan.Created, plan.Published, plan.Source, files = plan.Files.Keys },
            console =>
            {
                console.WriteLine($"{plan.Id} · {plan.Name} · {call.Say(PlanListCommand.Words(plan.State))} · {effective}");
                console.WriteLine();
                // Written as it is: no wrapping, so that the text can be saved to a file and published again.
                console.Profile.Out.Writer.Write(plan.Source);
            });
    }
}
