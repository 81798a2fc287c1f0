using System.CommandLine;
using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick plan list</c>: the plans of the workspace, latest first.</summary>
internal sealed class PlanListCommand : ICommand
{
    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(List(call));

    public Command Describe(Language language) => new("list", new Text("the plans of the workspace, latest first", "列出工作區的方案，最新的在前").In(language));

    /// <summary>A state in words.</summary>
    internal static Text Words(PlanState state) => state switch
    {
        PlanState.Draft => new("draft", "草稿"),
        PlanState.Published => new("published", "已發布"),
        PlanState.Superseded => new("superseded", "已被取代"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "not a state of a plan"),
    };

    private static Outcome List(Invocation call)
    {
        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        IReadOnlyList<Plan> plans = workspace.Plans.List();
        return new Outcome(
            new { plans = plans.Select(plan => new { id = plan.Id.Value, plan.Name, plan.State, plan.Effective, plan.Created, plan.Published }) },
            console =>
            {
                if (plans.Count == 0)
                {
                    console.WriteLine(call.Say(new("No plans yet. Publish one: bailiwick plan publish FILE.", "尚無方案。請發布：bailiwick plan publish 檔案。")));
                    return;
                }

                var table = new Table().Border(TableBorder.Simple);
                table.AddColumns(call.Say(new("plan", "方案")), call.Say(new("name", "名稱")), call.Say(new("state", "狀態")), call.Say(new("effective", "生效日")));
                foreach (Plan plan in plans)
                {
                    table.AddRow(Markup.Escape(plan.Id.Value), Markup.Escape(plan.Name), call.Say(Words(plan.State)), plan.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                }

                console.Write(table);
            });
    }
}
