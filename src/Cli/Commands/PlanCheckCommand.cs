using System.CommandLine;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick plan check FILE</c>: syntax, meaning, expects, and the gaps of the accounts at hand.</summary>
internal sealed class PlanCheckCommand : ICommand
{
    private readonly Argument<string> plan = new("PLAN");

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Check(call));

    public Command Describe(Language language)
    {
        plan.Description = new Text("a plan file, or the key of a kept plan", "方案檔案，或工作區中方案的識別碼").In(language);
        return new Command("check", new Text("syntax, meaning, expects, and the gaps of the accounts at hand", "檢查語法、意義、expect，以及現有客戶的涵蓋缺口").In(language)) { plan };
    }

    private Outcome Check(Invocation call)
    {
        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        CheckResult result = CheckPlan.Run(workspace, WorkspaceAtlas.House(), call.Value(plan)!, call.Cancellation);
        return new Outcome(Json(result), console => Print(console, result, call), result.IsSound ? Outcome.Well : Outcome.ProblemsInInput);
    }

    private static object Json(CheckResult result) => new
    {
        result.Plan,
        result.Accounts,
        layers = result.Layers.Select(layer => new
        {
            layer.Layer,
            // The accounts at hand show gaps; that there are none elsewhere is not proven by them.
            proven = false,
            territories = layer.Territories.Select(territory => new { id = territory.Territory.Value, territory.Name, territory.Accounts }),
            gapAccounts = layer.Gaps,
            outOfScopeAccounts = layer.OutOfScope,
            gaps = layer.Witnesses.Select(gap => new { witness = new { id = gap.Account.Value }, gap.Path }),
        }),
        expects = result.Expects.Select(expect => new
        {
            line = expect.Expectation.Place.Line,
            expect.Holds,
            isIn = expect.Expectation.IsIn.Value,
            territory = expect.Actual?.Territory?.Value,
            rule = expect.Actual?.RuleName,
            path = expect.Actual?.Path,
        }),
        problems = result.Problems.Select(ProblemView.Of),
    };

    private static void Print(IAnsiConsole console, CheckResult result, Invocation call)
    {
        ProblemView.Print(console, result.Problems, call.Language);
        foreach (ExpectationCheck expect in result.Expects.Where(expect => !expect.Holds))
        {
            ProblemView.Print(console, [expect.Problem], call.Language);
        }

        if (result.Plan is null)
        {
            return;
        }

        foreach (LayerCheck layer in result.Layers)
        {
            var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape(layer.Layer));
            table.AddColumn(call.Say(new("territory", "轄區")));
            table.AddColumn(call.Say(new("name", "名稱")));
            table.AddColumn(new TableColumn(call.Say(new("accounts", "客戶數"))).RightAligned());
            foreach ((TerritoryId territory, string name, long accounts) in layer.Territories.Take(50))
            {
                table.AddRow(Markup.Escape(territory.Value), Markup.Escape(name), Numbers.Of(accounts));
            }

            console.Write(table);
            string more = layer.Territories.Length > 50 ? call.Say(new($" {layer.Territories.Length - 50} more territories with --json.", $"其餘 {layer.Territories.Length - 50} 個轄區請用 --json。")) : "";
            console.WriteLine(call.Say(new(
                $"{Numbers.Of(layer.Gaps)} accounts reach no territory, {Numbers.Of(layer.OutOfScope)} are out of scope.{more}",
                $"{Numbers.Of(layer.Gaps)} 個客戶沒有符合的轄區，{Numbers.Of(layer.OutOfScope)} 個不在範圍內。{more}")));
            foreach (GapWitness gap in layer.Witnesses)
            {
                console.WriteLine(call.Say(new($"  gap: account {gap.Account}{(gap.Path.Length == 0 ? "" : $", after {gap.Path}")}", $"  缺口：客戶 {gap.Account}{(gap.Path.Length == 0 ? "" : $"，走到 {gap.Path} 之後")}")));
            }
        }

        console.WriteLine(call.Say(new(
            $"Checked on the {Numbers.Of(result.Accounts)} accounts of this workspace; this is not a proof for accounts to come.",
            $"以此工作區現有的 {Numbers.Of(result.Accounts)} 個客戶檢查；並非對未來客戶的證明。")));
    }
}
