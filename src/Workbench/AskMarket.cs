using Bailiwick.Geography;
using Bailiwick.Insight;
using Bailiwick.Measures;

namespace Bailiwick.Workbench;

/// <summary>Which question to ask, and of which time.</summary>
/// <param name="Number">The question's number, 1 to 6.</param>
/// <param name="From">First day of the sales to read; null for the first there is.</param>
/// <param name="Until">Last day of the sales to read, included; null for the last there is.</param>
public sealed record AskMarketRequest(int Number, DateOnly? From = null, DateOnly? Until = null);

/// <summary>The answer, or why there is none.</summary>
/// <param name="Answer">The answer; null when there is no such question.</param>
/// <param name="Version">The version of the market that was read.</param>
/// <param name="Problems">Why there is no answer.</param>
public sealed record AskMarketResult(Answer? Answer, long Version, IReadOnlyList<Problem> Problems);

/// <summary>A market question, asked of the market as it is now.</summary>
public static class AskMarket
{
    /// <summary>Asks.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="house">The house's geography, which names the places; null leaves their codes.</param>
    /// <param name="request">The question.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static AskMarketResult Run(Workspace workspace, Atlas? house, AskMarketRequest request, CancellationToken cancellation)
    {
        if (MarketQuestions.Find(request.Number) is not { } question)
        {
            return new AskMarketResult(null, 0, [Insight.Problems.NoSuchQuestion(request.Number)]);
        }

        Market.MarketSnapshot market = workspace.Market.Load(cancellation);
        var options = new AskOptions { From = request.From, Until = request.Until, PlaceName = code => NameOf(code, house) };
        return new AskMarketResult(question.Ask(market, options), market.Version, []);
    }

    private static Text? NameOf(string code, Atlas? house) =>
        code.Contains('-', StringComparison.Ordinal) ? house?.Subdivisions.Find(code)?.Name : house?.Countries.Find(code)?.Name;
}
