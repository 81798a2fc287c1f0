using Bailiwick.Measures;

namespace Bailiwick.Insight;

/// <summary>One cell of a table of figures: a number that knows its unit, or a name.</summary>
/// <remarks>Closed: the kinds below are all there are. A missing figure is null in its row.</remarks>
public abstract record Figure
{
    private Figure()
    {
    }

    /// <summary>A name of something: an industry, a place, a year.</summary>
    /// <param name="Key">The value as the market holds it; null for "unknown".</param>
    /// <param name="Words">The name for a person.</param>
    public sealed record Label(string? Key, Text Words) : Figure;

    /// <summary>A number of things, 0 or more.</summary>
    /// <param name="Value">How many.</param>
    public sealed record Count(long Value) : Figure;

    /// <summary>An amount of one currency, exact to four decimals; negative when returns outweigh sales.</summary>
    /// <param name="Value">The amount.</param>
    /// <param name="Currency">Its currency; null when the sales do not say.</param>
    public sealed record Amount(decimal Value, Currency? Currency) : Figure;

    /// <summary>A part of a whole.</summary>
    /// <param name="Value">The part.</param>
    public sealed record Part(Share Value) : Figure;

    /// <summary>How many times as large: 1.2 is a growth of 20 %. 0 or more.</summary>
    /// <param name="Value">The ratio.</param>
    public sealed record Ratio(double Value) : Figure;

    /// <summary>An index without a unit.</summary>
    /// <param name="Value">The index.</param>
    public sealed record Index(double Value) : Figure;
}

/// <summary>What stands in a column of figures.</summary>
public enum FigureKind
{
    /// <summary><see cref="Figure.Label"/>.</summary>
    Label,

    /// <summary><see cref="Figure.Count"/>.</summary>
    Count,

    /// <summary><see cref="Figure.Amount"/>.</summary>
    Amount,

    /// <summary><see cref="Figure.Part"/>.</summary>
    Part,

    /// <summary><see cref="Figure.Ratio"/>.</summary>
    Ratio,

    /// <summary><see cref="Figure.Index"/>.</summary>
    Index,
}
