using System.CommandLine;
using System.Runtime.InteropServices;
using Bailiwick.Measures;
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
        return new Outcome(
            new { runtime, system = RuntimeInformation.OSDescription, workspace = Path.GetFullPath(call.Folder) },
            console => console.WriteLine($"{runtime} · {RuntimeInformation.OSDescription}"));
    }
}
