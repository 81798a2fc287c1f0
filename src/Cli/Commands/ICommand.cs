using System.CommandLine;
using Bailiwick.Measures;

namespace Bailiwick.Cli.Commands;

/// <summary>One command: its words, its options, its act. One file each.</summary>
internal interface ICommand
{
    /// <summary>The command with its arguments and options, described in the person's language.</summary>
    Command Describe(Language language);

    /// <summary>What it does; null for a command that only groups others.</summary>
    Func<Invocation, Task<Outcome>>? Act { get; }

    /// <summary>Commands below this one.</summary>
    IReadOnlyList<ICommand> Children => [];
}
