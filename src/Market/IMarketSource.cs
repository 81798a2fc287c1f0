namespace Bailiwick.Market;

/// <summary>Rows on their way in: read from files, or made by the sample generator.</summary>
public interface IMarketSource
{
    /// <summary>The rows of one table, streamed; empty when the source has none. Each call reads anew.</summary>
    IEnumerable<MarketRow> Rows(MarketTable table);
}
