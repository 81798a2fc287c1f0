using System.CommandLine;
using Bailiwick.Measures;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick plan</c>: the life of a plan.</summary>
internal sealed class PlanCommand : ICommand
{
    public Func<Invocation, Task<Outcome>>? Act => null;

    public IReadOnlyList<ICommand> Children { get; } =
        [new PlanCheckCommand(), new PlanDiffCommand(), new PlanImportCommand(), new PlanListCommand(), new PlanShowCommand(), new PlanPublishCommand(), new PlanSqlCommand()];

    public Command Describe(Language language) => new("plan", new Text("plans: check, diff, import, publish, list, show, SQL", "方案：檢查、比較、轉入、發布、列出、顯示、SQL").In(language));
}
