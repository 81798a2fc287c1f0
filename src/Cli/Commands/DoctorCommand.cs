using System.CommandLine;
using System.Runtime.InteropServices;
using Bailiwick.Measures;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick doctor</c>: what is installed, what is missing, how to get it.</summary>
internal sealed class DoctorCommand : ICommand
{
    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Examine(call));

    public Command Describe(Language language) => new("doctor", new Text("what is installed, what is missing, how to get it", "檢查已安裝與缺少的元件，以及取得方法").In(language));

    private static Outcome Examine(Invocation call)
    {
        string runtime = RuntimeInformation.FrameworkDescription;
        string system = RuntimeInformation.OSDescription;
        (IReadOnlyList<string> boundaries, Problem[] problems) = Geography();
        return new Outcome(
            new { runtime, system, workspace = Path.GetFullPath(call.Folder), boundaries, problems = problems.Select(ProblemView.Of) },
            console =>
            {
                console.WriteLine($"{runtime} · {system}");
                console.WriteLine(call.Say(new($"Boundary sets: {string.Join(", ", boundaries.DefaultIfEmpty("–"))}", $"邊界集：{string.Join("、", boundaries.DefaultIfEmpty("–"))}")));
                ProblemView.Print(console, problems, call.Language);
            },
            problems.Length > 0 ? Outcome.ProblemsInInput : Outcome.Well);
    }

    // The one part that is compiled from elsewhere, and so can be missing.
    private static (IReadOnlyList<string> Boundaries, Problem[] Problems) Geography()
    {
        try
        {
            return (WorkspaceAtlas.House().SetIds, []);
        }
        catch (WorkspaceException missing)
        {
            return ([], [missing.Problem]);
        }
    }
}
