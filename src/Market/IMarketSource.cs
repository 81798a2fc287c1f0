namespace Bailiwick.Market;

/// <summary>Rows on their way in: read from files, or made by the sample generator.</summary>
public interface IMarketSource
{
    /// <summary>The rows of one table, streamed; empty when the source has none. Each call reads anew.</summary>
    IEnumerable<MarketRow> Rows(MarketTable table);

    /// <summary>The same rows in columns, batch by batch, for work on very many of them.</summary>
    IEnumerable<ColumnTable> Batches(MarketTable table) => Rows(table).Batches(table);
}

/// <summary>Rows put into columns.</summary>
public static class RowBatches
{
    /// <summary>A batch has at most so many rows: a column of them stays among the small objects, so that a stream of batches leaves nothing for the collector of large ones.</summary>
    public const int MostRows = 1 << 13;

    /// <summary>The rows in columns, batch by batch.</summary>
    public static IEnumerable<ColumnTable> Batches(this IEnumerable<MarketRow> rows, MarketTable table)
    {
        foreach (MarketRow[] some in rows.Chunk(MostRows))
        {
            var batch = new ColumnTableBuilder(table);
            Array.ForEach(some, batch.Add);
            yield return batch.Build();
        }
    }
}
