using Bailiwick.Insight.Ledger;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Questions;

/// <summary>Customers and revenue by what was bought: the one dimension that belongs to the sale, not to the account.</summary>
internal static class ProductTally
{
    private static readonly Dimension Product = new("product", new Text("product", "產品"), (market, _) =>
        Groups.By(market.Sales[Sales.Product], Dimension.Names(market.Products, Products.Id, Products.Name)));

    private static readonly Dimension Category = new("productCategory", new Text("product category", "產品類別"), (market, _) =>
        Groups.By(market.Sales[Sales.Product], CategoryOf(market.Products)));

    /// <summary>The tallies by product and, where products have one, by category.</summary>
    public static IEnumerable<Tally> All(MarketSnapshot market, CustomerLedger ledger, AskOptions options)
    {
        int[] byAccount = SalesByAccount(ledger);
        return new[] { Product, Category }.Select(dimension => Of(dimension, dimension.Group(market, options), market.Sales, ledger, byAccount, options));
    }

    private static Tally Of(Dimension dimension, Groups groups, ColumnTable sales, CustomerLedger ledger, int[] byAccount, AskOptions options)
    {
        long[] amounts = sales[Sales.Amount].TenThousandths;
        int[] days = sales[Sales.Date].DayNumbers;
        int from = options.From?.DayNumber ?? int.MinValue;
        var customers = new long[groups.Labels.Length];
        var lastCustomer = new int[groups.Labels.Length];
        Array.Fill(lastCustomer, CustomerLedger.None);
        Int128[][] revenue = [.. ledger.Currencies.Select(_ => new Int128[groups.Labels.Length])];
        foreach (int sale in byAccount)
        {
            if (days[sale] < from)
            {
                continue;
            }

            int group = groups.Of[sale];
            int account = ledger.AccountOf[sale];
            if (lastCustomer[group] != account)
            {
                lastCustomer[group] = account;
                customers[group]++;
            }

            revenue[ledger.CurrencyOf(sale)][group] += amounts[sale] == MoneyValues.Unknown ? 0 : amounts[sale];
        }

        return new Tally(dimension, groups.Labels, customers, revenue, Overlaps: true);
    }

    /// <summary>The sales of known accounts, those of one account side by side (counting sort).</summary>
    private static int[] SalesByAccount(CustomerLedger ledger)
    {
        var starts = new int[ledger.FirstDay.Length + 1];
        foreach (int account in ledger.AccountOf)
        {
            starts[account + 1]++;
        }

        // Strays were counted at 0 and take no place.
        starts[0] = 0;
        for (int account = 0; account + 1 < starts.Length; account++)
        {
            starts[account + 1] += starts[account];
        }

        var sorted = new int[starts[^1]];
        for (int sale = 0; sale < ledger.AccountOf.Length; sale++)
        {
            if (ledger.AccountOf[sale] >= 0)
            {
                sorted[starts[ledger.AccountOf[sale]]++] = sale;
            }
        }

        return sorted;
    }

    private static Func<string, Figure.Label?> CategoryOf(ColumnTable products)
    {
        IReadOnlyDictionary<string, string> categories = products.ValuesBy(Products.Id, Products.Category);
        return id => categories.TryGetValue(id, out string? category) ? Groups.Itself(category) : null;
    }
}
