using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Territories;

namespace Bailiwick.Workbench;

/// <summary>Finds the places of rows that are at hand as columns. To be called on any thread.</summary>
internal static class RowPlaces
{
    /// <summary>As <c>assign</c> does it: names of countries and subdivisions become codes, points are found when they are asked for; all else counts as given.</summary>
    public static Func<ColumnTable, ColumnTable> AsGiven(Atlas atlas, bool asksForPoints)
    {
        var codes = new PlaceCodes(atlas.Resolver);
        return asksForPoints ? rows => Placed(rows, atlas, isAsGiven: true) : codes.Mend;
    }

    /// <summary>As an import does it.</summary>
    public static Func<ColumnTable, ColumnTable> AsImported(Atlas atlas) => rows => Placed(rows, atlas, isAsGiven: false);

    private static ColumnTable Placed(ColumnTable rows, Atlas atlas, bool isAsGiven)
    {
        var table = new ColumnTableBuilder(rows.Table);
        foreach (MarketRow row in new PlacedSource(new Batch(rows), atlas.Resolver, isAsGiven).Rows(rows.Table))
        {
            table.Add(row);
        }

        return table.Build();
    }

    private sealed class Batch(ColumnTable rows) : IMarketSource
    {
        public IEnumerable<MarketRow> Rows(MarketTable table) => Enumerable.Range(0, rows.Count).Select(row => AccountRow.Of(rows, row));
    }
}
