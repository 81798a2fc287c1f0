using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Insight.Tests;

/// <summary>A market written by hand, one call a row.</summary>
internal sealed class SmallMarket
{
    private readonly ColumnTableBuilder accounts = new(Accounts.Table);
    private readonly ColumnTableBuilder sales = new(Sales.Table);
    private readonly ColumnTableBuilder leads = new(Leads.Table);
    private readonly ColumnTableBuilder products = new(Products.Table);
    private readonly ColumnTableBuilder territories = new(Territories.Table);
    private int sale;

    public SmallMarket Account(string id, Action<MarketRow>? more = null)
    {
        var row = new MarketRow(Accounts.Table, Place.None) { [Accounts.Id] = id };
        more?.Invoke(row);
        accounts.Add(row);
        return this;
    }

    public SmallMarket Sale(string? account, string date, decimal amount, string? currency = "USD", string? product = null, string? channel = null)
    {
        sales.Add(new MarketRow(Sales.Table, Place.None)
        {
            [Sales.Id] = $"s{++sale}",
            [Sales.Account] = account,
            [Sales.Date] = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture),
            [Sales.Amount] = amount,
            [Sales.Currency] = currency,
            [Sales.Product] = product,
            [Sales.Channel] = channel,
        });
        return this;
    }

    public SmallMarket Lead(string account, string source, string created)
    {
        leads.Add(new MarketRow(Leads.Table, Place.None)
        {
            [Leads.Id] = $"{account}/{source}",
            [Leads.Account] = account,
            [Leads.Source] = source,
            [Leads.Created] = DateOnly.Parse(created, System.Globalization.CultureInfo.InvariantCulture),
        });
        return this;
    }

    public SmallMarket Product(string id, string category)
    {
        products.Add(new MarketRow(Products.Table, Place.None) { [Products.Id] = id, [Products.Category] = category });
        return this;
    }

    public SmallMarket Territory(string id, string name)
    {
        territories.Add(new MarketRow(Territories.Table, Place.None) { [Territories.Id] = id, [Territories.Name] = name });
        return this;
    }

    public MarketSnapshot Build() => new(1, [accounts.Build(), sales.Build(), leads.Build(), products.Build(), territories.Build()]);
}
