using Bailiwick.Insight.Ledger;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Questions;

/// <summary>Where a customer came from: by what channel it bought first, and which source brought it.</summary>
internal static class Origin
{
    /// <summary>The channel of the first sale.</summary>
    public static Dimension Channel(MarketSnapshot market, CustomerLedger ledger) => new("channel", new Text("channel of the first sale", "首次銷售通路"), (_, _) =>
    {
        TextValues channels = market.Sales[Sales.Channel];
        return Groups.By(Pick(channels, ledger.FirstSale), Groups.Itself);
    });

    /// <summary>The source of the account's earliest lead, else of its earliest opportunity.</summary>
    public static Dimension Source(MarketSnapshot market) => new("source", new Text("source", "來源"), (_, _) =>
    {
        IReadOnlyDictionary<string, int> rows = market.Accounts.RowsBy(Accounts.Id);
        int[] lead = Earliest(market.Leads, Leads.Account, Leads.Source, Leads.Created, rows, market.Accounts.Count);
        int[] deal = Earliest(market.Opportunities, Opportunities.Account, Opportunities.Source, Opportunities.Created, rows, market.Accounts.Count);
        TextValues leads = Pick(market.Leads[Leads.Source], lead);
        TextValues deals = Pick(market.Opportunities[Opportunities.Source], deal);
        return Groups.By(leads.Else(deals), Groups.Itself);
    });

    /// <summary>Per account the earliest row that names it and has a source; a row without a day comes last.</summary>
    private static int[] Earliest(ColumnTable table, TextColumn account, TextColumn source, DateColumn created, IReadOnlyDictionary<string, int> accounts, int count)
    {
        var earliest = new int[count];
        Array.Fill(earliest, CustomerLedger.None);
        TextValues names = table[account];
        int[] rowOf = [.. names.Values.Select(id => accounts.GetValueOrDefault(id, CustomerLedger.None))];
        int[] days = table[created].DayNumbers;
        int[] sources = table[source].Codes;
        for (int row = 0; row < table.Count; row++)
        {
            int at = names.Codes[row] < 0 ? CustomerLedger.None : rowOf[names.Codes[row]];
            if (at >= 0 && sources[row] >= 0 && (earliest[at] < 0 || Day(days[row]) < Day(days[earliest[at]])))
            {
                earliest[at] = row;
            }
        }

        return earliest;
    }

    private static int Day(int day) => day == DateValues.Unknown ? int.MaxValue : day;

    private static TextValues Pick(TextValues data, int[] rows)
    {
        var codes = new int[rows.Length];
        for (int at = 0; at < rows.Length; at++)
        {
            codes[at] = rows[at] < 0 ? TextValues.Unknown : data.Codes[rows[at]];
        }

        return new TextValues(codes, data.Values);
    }
}
