using System.CommandLine;
using Bailiwick.Geography;
using Bailiwick.Insight;
using Bailiwick.Measures;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Spectre.Console;

namespace Bailiwick.Cli.Commands;

/// <summary><c>bailiwick market [N]</c>: answers a question about the market; without a number, which questions there are.</summary>
internal sealed class MarketCommand : ICommand
{
    private readonly Argument<int?> number = new("question") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<DateOnly?> from = new("--from");
    private readonly Option<DateOnly?> until = new("--until");

    public Func<Invocation, Task<Outcome>>? Act => call => Task.FromResult(Answer(call));

    public Command Describe(Language language)
    {
        number.Description = new Text("the number of the question; without it, the questions are listed", "問題編號；省略時列出所有問題").In(language);
        from.Description = new Text("first day of the sales to read", "起始日（銷售日期）").In(language);
        until.Description = new Text("last day of the sales to read: the answer as of that day", "截止日（銷售日期）：以該日為準回答").In(language);
        return new Command("market", new Text("answers a question about the market", "回答市場問題").In(language)) { number, from, until };
    }

    private Outcome Answer(Invocation call)
    {
        if (call.Value(number) is not { } asked)
        {
            return Questions(call);
        }

        using Workspace workspace = WorkspaceFolder.Open(call.Folder, call.Terminal.Clock);
        AskMarketResult result = AskMarket.Run(workspace, HouseOrNone(), new AskMarketRequest(asked, call.Value(from), call.Value(until)), call.Cancellation);
        return result.Answer is { } answer
            ? new Outcome(AnswerView.Json(answer, result.Version, call.Language), console => AnswerView.Print(console, answer, call.Language))
            : Outcome.Refused(result.Problems, call.Language);
    }

    private static Outcome Questions(Invocation call) => new(
        new { questions = MarketQuestions.All.Select(question => new { question.Number, question = call.Say(question.Question) }) },
        console =>
        {
            foreach (IMarketQuestion question in MarketQuestions.All)
            {
                console.MarkupLine($"[bold]{question.Number}[/]  {Markup.Escape(call.Say(question.Question))}");
            }
        });

    // Only names of places come from it: a market is answered without them too.
    private static Atlas? HouseOrNone()
    {
        try
        {
            return WorkspaceAtlas.House();
        }
        catch (WorkspaceException)
        {
            return null;
        }
    }
}
