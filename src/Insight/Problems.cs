using Bailiwick.Measures;

namespace Bailiwick.Insight;

/// <summary>What can be wrong with asking. What is doubtful about an answer stands in its caveats.</summary>
public static class Problems
{
    /// <summary>There is no question with this number.</summary>
    public static Problem NoSuchQuestion(int number)
    {
        string known = string.Join(", ", MarketQuestions.All.Select(question => question.Number));
        return new Problem(
            "insight.no-such-question",
            Severity.Error,
            Place.None,
            new Text($"There is no question {number}.", $"沒有第 {number} 個問題。"),
            number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            new Text($"Maybe one of these: {known}.", $"可用的問題：{known}。"));
    }
}
