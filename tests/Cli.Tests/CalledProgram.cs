using Spectre.Console;

namespace Bailiwick.Cli.Tests;

/// <summary>The program, called as a person calls it, with what it said.</summary>
internal sealed class CalledProgram : IDisposable
{
    private readonly StringWriter results = new();
    private readonly StringWriter remarks = new();

    public string Results => results.ToString();

    public string Remarks => remarks.ToString();

    public void Dispose()
    {
        results.Dispose();
        remarks.Dispose();
    }

    public Task<int> RunAsync(params string[] args)
    {
        var person = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(remarks), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        return CommandLine.RunAsync(args, new Terminal(results, person, TimeProvider.System));
    }
}
