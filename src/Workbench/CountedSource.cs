using System.Runtime.InteropServices;
using Bailiwick.Market;

namespace Bailiwick.Workbench;

/// <summary>Adds up the amounts of the rows that pass, by column and currency.</summary>
internal sealed class CountedSource(IMarketSource inner) : IMarketSource
{
    private readonly Dictionary<string, Dictionary<(string Column, string Currency), decimal>> sums = new(StringComparer.Ordinal);

    /// <summary>Called after the last row of each table.</summary>
    public Action AfterTable { get; set; } = () => { };

    public IEnumerable<MarketRow> Rows(MarketTable table)
    {
        MoneyColumn[] amounts = [.. table.Columns.OfType<MoneyColumn>()];
        IEnumerable<MarketRow> rows = amounts.Length == 0 || table.Find("currency") is not TextColumn currency
            ? inner.Rows(table)
            : Counted(table, amounts, currency);
        foreach (MarketRow row in rows)
        {
            yield return row;
        }

        AfterTable();
    }

    public IReadOnlyList<AmountSum> Sums(MarketTable table) => !sums.TryGetValue(table.Name, out Dictionary<(string Column, string Currency), decimal>? found)
        ? []
        : [.. found
            .OrderBy(sum => sum.Key.Column, StringComparer.Ordinal)
            .ThenBy(sum => sum.Key.Currency, StringComparer.Ordinal)
            .Select(sum => new AmountSum(sum.Key.Column, sum.Key.Currency.Length == 0 ? null : sum.Key.Currency, sum.Value))];

    private IEnumerable<MarketRow> Counted(MarketTable table, MoneyColumn[] amounts, TextColumn currency)
    {
        var counts = new Dictionary<(string Column, string Currency), decimal>();
        foreach (MarketRow row in inner.Rows(table))
        {
            foreach (MoneyColumn column in amounts)
            {
                if (row[column] is { } amount)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, (column.Name, row[currency] ?? ""), out _) += amount;
                }
            }

            yield return row;
        }

        sums[table.Name] = counts;
    }
}
