using System.CommandLine;
using Bailiwick.Measures;
using Bailiwick.Samples;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick sample --out DIR</c>: a believable company with known truths, as files.</summary>
internal sealed class SampleCommand : ICommand
{
    private static readonly Text Making = new("Making the sample company", "產生範例公司");

    private readonly Option<string> output = new("--out") { HelpName = "DIR", Required = true };
    private readonly SampleOptionSet options = new(2_000);

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Make(call));

    public Command Describe(Language language)
    {
        output.Description = new Text("the folder for the files", "存放檔案的資料夾").In(language);
        var command = new Command("sample", new Text("make a believable company with known truths, as files", "產生一家擬真且事實已知的公司，存成檔案").In(language)) { output };
        options.AddTo(command, language);
        return command;
    }

    private Outcome Make(Invocation call)
    {
        SampleOptions wish = options.Of(call);
        long start = call.Terminal.Clock.GetTimestamp();
        (SampleCompany? company, IReadOnlyList<Problem> problems) = SampleCompany.Create(wish, WorkspaceAtlas.House());
        if (company is null)
        {
            return Outcome.Refused(problems, call.Language);
        }

        string folder = call.Value(output)!;
        (SampleTruth? truth, problems) = call.WithProgress(progress => company.Write(folder, new Told(progress, wish.Accounts), call.Cancellation));
        if (truth is null)
        {
            return Outcome.Refused(problems, call.Language);
        }

        double seconds = Math.Round(call.Terminal.Clock.GetElapsedTime(start).TotalSeconds, 3);
        return new Outcome(
            new { folder = Path.GetFullPath(folder), truth.Sample, truth.Rows, truth.Sums, facts = truth.Facts.Count, seconds, problems = Array.Empty<ProblemView>() },
            console => Print(console, call, truth, folder));
    }

    private static void Print(IAnsiConsole console, Invocation call, SampleTruth truth, string folder)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(call.Say(new("table", "資料表")))
            .AddColumn(new TableColumn(call.Say(new("rows", "列數"))).RightAligned());
        foreach ((string name, long rows) in truth.Rows)
        {
            table.AddRow(Markup.Escape(name), Numbers.Of(rows));
        }

        console.Write(table);
        console.WriteLine(call.Say(new(
            $"Written to {folder}, {truth.Sample.From:yyyy-MM-dd} to {truth.Sample.Until:yyyy-MM-dd}, seed {truth.Sample.Seed}. {truth.Facts.Count} planted facts are in truth.json.",
            $"已寫入 {folder}，期間 {truth.Sample.From:yyyy-MM-dd} 至 {truth.Sample.Until:yyyy-MM-dd}，種子 {truth.Sample.Seed}。truth.json 記載 {truth.Facts.Count} 項植入的事實。")));
    }

    private sealed class Told(IProgress<Workbench.Progress> progress, long total) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new Workbench.Progress(Making, value, total));
    }
}
