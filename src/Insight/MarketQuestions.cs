using System.Collections.Immutable;
using Bailiwick.Insight.Questions;

namespace Bailiwick.Insight;

/// <summary>The market questions: siblings of one shape, each in its own file under <c>Questions</c>.</summary>
public static class MarketQuestions
{
    /// <summary>The questions that can be asked, by number.</summary>
    public static ImmutableArray<IMarketQuestion> All { get; } =
    [
        new CustomerMix(),
        new NewCustomers(),
    ];

    /// <summary>The question with this number, or null.</summary>
    public static IMarketQuestion? Find(int number) => All.FirstOrDefault(question => question.Number == number);
}
