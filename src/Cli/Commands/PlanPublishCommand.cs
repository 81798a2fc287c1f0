using System.CommandLine;
using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick plan publish PLAN</c>: plan and owners take effect together, or nothing does.</summary>
internal sealed class PlanPublishCommand : ICommand
{
    private readonly Argument<string> plan = new("PLAN");
    private readonly Option<DateOnly?> effective = new("--effective") { HelpName = "DATE" };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Publish(call));

    public Command Describe(Language language)
    {
        plan.Description = new Text("a plan file, or the key of a kept plan", "方案檔案，或工作區中方案的識別碼").In(language);
        effective.Description = new Text("first day in force; by default the plan's own, else today", "生效日；預設為方案所載，否則為今天").In(language);
        return new Command("publish", new Text("make a plan and its owners take effect, together or not at all", "發布方案：方案與負責人一併生效，否則全不變動").In(language)) { plan, effective };
    }

    private Outcome Publish(Invocation call)
    {
        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        var request = new PublishRequest(call.Value(plan)!, call.Value(effective));
        Publication result = call.WithProgress(progress => PublishPlan.Run(workspace, WorkspaceAtlas.House(), request, progress, call.Cancellation));
        if (result.Plan is not { } published)
        {
            return Outcome.Refused(result.Problems, call.Language);
        }

        string day = published.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Outcome(
            new
            {
                plan = new { id = published.Id.Value, published.Name, published.State, published.Effective, published.Published },
                superseded = result.Superseded?.Value,
                result.Accounts,
                result.OwnersChanged,
                vacancies = result.Vacancies.Select(territory => territory.Value),
                gaps = result.Gaps.Select(gap => new { gap.Layer, gap.Accounts }),
                problems = result.Problems.Select(ProblemView.Of),
            },
            console =>
            {
                ProblemView.Print(console, result.Problems, call.Language);
                console.WriteLine(call.Say(new(
                    $"{published.Name} ({published.Id}) is published, in force from {day}: {Numbers.Of(result.Accounts)} accounts, {Numbers.Of(result.OwnersChanged)} owners changed.",
                    $"已發布 {published.Name}（{published.Id}），自 {day} 起生效：{Numbers.Of(result.Accounts)} 個客戶，{Numbers.Of(result.OwnersChanged)} 筆負責人變更。")));
                foreach ((string layer, long accounts) in result.Gaps.Where(gap => gap.Accounts > 0))
                {
                    console.WriteLine(call.Say(new($"Gap in {layer}: {Numbers.Of(accounts)} accounts reach no territory.", $"圖層 {layer} 的缺口：{Numbers.Of(accounts)} 個客戶沒有符合的轄區。")));
                }

                if (result.Vacancies.Length > 0)
                {
                    string names = string.Join(", ", result.Vacancies.Take(20));
                    string more = result.Vacancies.Length > 20 ? " …" : "";
                    console.WriteLine(call.Say(new($"Without a rep ({result.Vacancies.Length}): {names}{more}.", $"沒有業務代表（{result.Vacancies.Length}）：{names}{more}。")));
                }
            });
    }
}
