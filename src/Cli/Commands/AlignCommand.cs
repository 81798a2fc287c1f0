using System.CommandLine;
using System.Text.Json;
using Bailiwick.Alignment;
using Bailiwick.Alignment.Files;
using Bailiwick.Measures;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick align DIR</c>: the optimiser alone, over a plain folder; no workspace.</summary>
internal sealed class AlignCommand : ICommand
{
    private const double UsualSeconds = 10;

    private readonly Argument<string> folder = new("DIR");
    private readonly Option<string> output = new("--out") { HelpName = "FILE", Required = true };
    private readonly Option<string?> resultFile = new("--result") { HelpName = "FILE" };
    private readonly Option<string> objective = new("--objective") { DefaultValueFactory = _ => AlignmentObjectives.NameOf(AlignmentObjective.MomentOfInertia) };
    private readonly Option<bool> contiguous = new("--contiguous") { DefaultValueFactory = _ => true, Arity = ArgumentArity.ZeroOrOne };
    private readonly SearchOptionSet search = new();
    private readonly Option<int> threads = new("--threads") { HelpName = "N", DefaultValueFactory = _ => new AlignmentOptions().Threads };

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Align(call));

    public Command Describe(Language language)
    {
        folder.Description = new Text("folder with units.csv, edges.csv and instance.json", "含 units.csv、edges.csv 與 instance.json 的資料夾").In(language);
        output.Description = new Text("the plan to write: id,district", "輸出的方案：id,district").In(language);
        resultFile.Description = new Text("the result as JSON in a file", "將結果以 JSON 寫入檔案").In(language);
        objective.Description = new Text("what makes a plan good", "方案的優劣標準").In(language);
        objective.AcceptOnlyFromAmong([.. AlignmentObjectives.All]);
        contiguous.Description = new Text("whether each territory must hang together", "每個轄區是否必須相連").In(language);
        threads.Description = new Text("threads", "執行緒數").In(language);
        threads.MustBeAtLeast(1);
        var command = new Command("align", new Text("share out the units of a folder: the optimiser alone", "單獨執行最佳化：劃分資料夾中的單位").In(language))
        {
            folder, output, resultFile, objective, contiguous, threads,
        };
        search.AddTo(command, language);
        return command;
    }

    private Outcome Align(Invocation call)
    {
        AlignmentObjective wanted = AlignmentObjectives.Named(call.Value(objective)!)!.Value;
        (AlignmentProblem? problem, IReadOnlyList<Problem> problems) = ProblemFolder.Read(call.Value(folder)!, wanted, call.Value(contiguous));
        if (problem is null)
        {
            return Outcome.Refused(problems, call.Language);
        }

        TimeSpan? time = search.Time(call) ?? (search.Iterations(call) is null ? TimeSpan.FromSeconds(UsualSeconds) : null);
        IStopRule stop = time is { } limit ? StopAfter.Time(limit, call.Terminal.Clock) : StopAfter.Iterations(search.Iterations(call)!.Value, call.Terminal.Clock);
        int count = call.Value(threads);
        // Counted in moves, the strands are the same for any number of threads, and so is the plan.
        var options = new AlignmentOptions { Threads = count, Strands = stop.IsRepeatable ? new AlignmentOptions().Strands : count };
        AlignmentResult result = call.WithProgress(progress => Aligner.Solve(problem, stop, search.Seed(call), options: options, progress: new SearchSteps(progress), cancellation: call.Cancellation));
        object view = AlignView.Of(problem, result);
        string plan = call.Value(output)!;
        if (result.IsFeasible)
        {
            ProblemFolder.WritePlan(plan, problem, result.Plan);
        }
        else
        {
            // A plan of an earlier run must not pass for the answer.
            File.Delete(plan);
        }

        if (call.Value(resultFile) is { } file)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(view, CommandLine.Json));
        }

        return new Outcome(view, console => AlignView.Print(console, problem, result, call.Language), result.IsFeasible ? Outcome.Well : Outcome.ProblemsInInput);
    }

    private sealed class SearchSteps(IProgress<Workbench.Progress> progress) : IProgress<AlignmentProgress>
    {
        private static readonly Text Step = new("Searching", "搜尋中");

        public void Report(AlignmentProgress value) => progress.Report(new Workbench.Progress(Step, (long)(value.Spent * 100), 100));
    }
}
