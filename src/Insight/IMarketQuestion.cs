using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight;

/// <summary>A question about the market. All questions have this one shape.</summary>
public interface IMarketQuestion
{
    /// <summary>Its number, 1 to 6: the number in <c>bailiwick market N</c>.</summary>
    int Number { get; }

    /// <summary>The question as a person asks it.</summary>
    Text Question { get; }

    /// <summary>Answers from one state of the market. Same market and window, same answer.</summary>
    Answer Ask(MarketSnapshot market, AskOptions options);
}

/// <summary>What restricts a question, and what names its places.</summary>
public sealed record AskOptions
{
    /// <summary>Everything, with places by their codes.</summary>
    public static AskOptions Default { get; } = new();

    /// <summary>First day of the sales to read; null for the first there is.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the sales to read, included; null for the last there is. Set it to ask as of a day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The name of a country (<c>TW</c>) or subdivision (<c>TW-TPE</c>) by its code; null when it has none.</summary>
    public Func<string, Text?> PlaceName { get; init; } = _ => null;
}
