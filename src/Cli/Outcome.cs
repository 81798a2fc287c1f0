using Bailiwick.Measures;
using Spectre.Console;

namespace Bailiwick.Cli;

/// <summary>What a command has to say: the same facts for machines and for people, and the exit code.</summary>
/// <param name="Json">Written with <c>--json</c>: properties in camelCase, units in their names.</param>
/// <param name="Print">Writes the facts for a person.</param>
/// <param name="Exit">0 well, 1 problems in the input, 2 wrong use.</param>
internal sealed record Outcome(object Json, Action<IAnsiConsole> Print, int Exit = Outcome.Well)
{
    public const int Well = 0;
    public const int ProblemsInInput = 1;
    public const int WrongUse = 2;

    /// <summary>Nothing was done, for these problems.</summary>
    public static Outcome Refused(IReadOnlyList<Problem> problems, Language language) => new(
        new { problems = problems.Select(ProblemView.Of) },
        console => ProblemView.Print(console, problems, language),
        ProblemsInInput);
}

/// <summary>A problem as JSON shows it.</summary>
internal sealed record ProblemView(string Code, string Severity, string? File, long? Line, string? Column, string? Value, string Message, string? Advice)
{
    public static ProblemView Of(Problem problem) => new(
        problem.Code,
        problem.Severity == Measures.Severity.Doubt ? "doubt" : "error",
        problem.Place.File,
        problem.Place.Line,
        problem.Place.Column,
        problem.Value,
        problem.Message.English,
        problem.Advice?.English);

    /// <summary>Writes the problems for a person, one a line, at most <paramref name="most"/>.</summary>
    public static void Print(IAnsiConsole console, IReadOnlyList<Problem> problems, Language language, int most = 20)
    {
        foreach (Problem problem in problems.Take(most))
        {
            string mark = problem.Severity == Measures.Severity.Error ? "[red]✗[/]" : "[yellow]![/]";
            console.MarkupLine($"{mark} {Markup.Escape(problem.In(language))}");
        }

        if (problems.Count > most)
        {
            console.MarkupLine(Markup.Escape(new Text($"… and {problems.Count - most} more (all with --json).", $"……另有 {problems.Count - most} 項（用 --json 看全部）。").In(language)));
        }
    }
}
