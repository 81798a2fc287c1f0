using System.CommandLine;
using System.Globalization;
using Bailiwick.Import;
using Bailiwick.Measures;
using Bailiwick.Samples;
using Bailiwick.Storage;
using Bailiwick.Workbench;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick demo</c>: from a sample company to a published, staffed plan in the browser.</summary>
internal sealed class DemoCommand : ICommand
{
    private readonly SampleOptionSet options = new(10_000);
    private readonly Option<int> territories = new("--territories") { HelpName = "N", DefaultValueFactory = _ => 12 };
    private readonly Option<bool> noServe = new("--no-serve");
    private readonly Option<int> port = new("--port") { HelpName = "N", DefaultValueFactory = _ => new Uri(Server.DefaultAddress).Port };

    public Func<Invocation, Task<Outcome>>? Act => RunAsync;

    public Command Describe(Language language)
    {
        territories.Description = new Text("how many territories to design", "要設計的轄區數").In(language);
        noServe.Description = new Text("end after the report", "顯示報告後即結束").In(language);
        port.Description = new Text("where the pages are afterwards, on this machine only (0: a free port)", "之後網頁所在的連接埠，僅限本機（0 表示任選）").In(language);
        var command = new Command("demo", new Text("sample company → import → market answers → design → staff → publish → serve", "範例公司 → 匯入 → 市場分析 → 設計 → 配置人員 → 發布 → 網頁").In(language))
        {
            territories, noServe, port,
        };
        options.AddTo(command, language);
        return command;
    }

    private async Task<Outcome> RunAsync(Invocation call)
    {
        // A free port is found for a number only, not for a name.
        string host = call.Value(port) == 0 ? "127.0.0.1" : "localhost";
        string address = string.Create(CultureInfo.InvariantCulture, $"http://{host}:{call.Value(port)}");
        if (!call.Value(noServe) && Server.Check(address) is { } wrong)
        {
            return Outcome.Refused([wrong], call.Language) with { Exit = Outcome.WrongUse };
        }

        DemoResult result = Run(call);
        if (result.Figures is null)
        {
            return Outcome.Refused(result.Problems, call.Language);
        }

        if (call.Value(noServe))
        {
            return DemoReport.Of(result, call, null);
        }

        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        IReadOnlyList<Problem> problems = await Server.RunAsync(workspace, [address], at => Tell(result, call, at), call.Cancellation);
        return problems.Count > 0 ? Outcome.Refused(problems, call.Language) : new Outcome(new { stopped = true }, _ => { });
    }

    // The report stands before the pages are waited for.
    private static void Tell(DemoResult result, Invocation call, IReadOnlyCollection<string> addresses)
    {
        CommandLine.Write(DemoReport.Of(result, call, addresses.First()), call);
        if (call.IsJson)
        {
            call.Terminal.Results.Flush();
        }
        else
        {
            ServeCommand.Tell(call, addresses);
        }
    }

    private DemoResult Run(Invocation call)
    {
        SampleOptions sample = options.Of(call);
        if (sample.Reps is null && sample.Accounts <= 20_000)
        {
            // Enough to staff the territories, and two to spare, so that the choice is one.
            sample = sample with { Reps = call.Value(territories) + 2 };
        }

        return call.WithProgress(progress => RunDemo.Run(
            new DemoRequest(call.Folder, sample, call.Value(territories), call.Language), Doors(call), WorkspaceAtlas.House(), progress, call.Cancellation));
    }

    private static DemoDoors Doors(Invocation call) => new(
        folder => WorkspaceFolder.Open(folder, call.Terminal.Clock),
        WorkspaceFolder.Erase,
        folder => MarketFiles.Open([folder], new ImportOptions()));
}
