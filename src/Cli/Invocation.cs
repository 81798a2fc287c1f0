using System.CommandLine;
using Bailiwick.Measures;
using Spectre.Console;

namespace Bailiwick.Cli;

/// <summary>One call of a command: its arguments and what it may use.</summary>
internal sealed record Invocation(ParseResult Arguments, Terminal Terminal, Language Language, bool IsJson, string Folder, CancellationToken Cancellation)
{
    /// <summary>The value of an option or argument.</summary>
    public T? Value<T>(Option<T> option) => Arguments.GetValue(option);

    /// <summary>The value of an option or argument.</summary>
    public T? Value<T>(Argument<T> argument) => Arguments.GetValue(argument);

    /// <summary>The words in the person's language.</summary>
    public string Say(Text text) => text.In(Language);

    /// <summary>Runs a long work with progress bars on a terminal and without a word in a pipe.</summary>
    public T WithProgress<T>(Func<IProgress<Workbench.Progress>, T> work)
    {
        if (IsJson || !Terminal.Person.Profile.Out.IsTerminal)
        {
            return work(new Listener(_ => { }));
        }

        return Terminal.Person.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var tasks = new Dictionary<Text, ProgressTask>();
                return work(new Listener(step =>
                {
                    if (!tasks.TryGetValue(step.Step, out ProgressTask? task))
                    {
                        tasks[step.Step] = task = context.AddTask(Markup.Escape(Say(step.Step)));
                    }

                    task.IsIndeterminate = step.Total is null;
                    task.MaxValue = step.Total ?? 1;
                    task.Value = step.Total is null ? 0 : step.Done;
                }));
            });
    }

    private sealed class Listener(Action<Workbench.Progress> report) : IProgress<Workbench.Progress>
    {
        public void Report(Workbench.Progress value) => report(value);
    }
}
