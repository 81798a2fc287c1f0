using Spectre.Console;

namespace Bailiwick.Cli;

#pragma warning disable RS0030 // The one place that knows the process's console and clock.

/// <summary>What the commands talk to: the results' stream, the person's stream, the clock. Tests give their own.</summary>
/// <param name="Results">Standard output: tables for people, or JSON.</param>
/// <param name="Person">Standard error: progress and remarks. Draws progress bars only when it is a terminal.</param>
/// <param name="Clock">The clock.</param>
internal sealed record Terminal(TextWriter Results, IAnsiConsole Person, TimeProvider Clock)
{
    public static Terminal OfThisProcess()
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        return new Terminal(
            Console.Out,
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }),
            TimeProvider.System);
    }
}
