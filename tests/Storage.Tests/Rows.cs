using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Storage.Tests;

/// <summary>A market written down in a test.</summary>
internal sealed class Rows : IMarketSource
{
    private readonly Dictionary<MarketTable, List<MarketRow>> tables = [];

    IEnumerable<MarketRow> IMarketSource.Rows(MarketTable table) => tables.GetValueOrDefault(table) ?? [];

    public Rows With(MarketTable table, Action<MarketRow> fill)
    {
        if (!tables.TryGetValue(table, out List<MarketRow>? rows))
        {
            tables[table] = rows = [];
        }

        var row = new MarketRow(table, new Place($"{table}.csv", rows.Count + 2));
        fill(row);
        rows.Add(row);
        return this;
    }

    public Rows Account(string id, string? name = null, string? owner = null) => With(Accounts.Table, row =>
    {
        row[Accounts.Id] = id;
        row[Accounts.Name] = name;
        row[Accounts.Owner] = owner;
    });

    public Rows Sale(string id, string account, decimal amount) => With(Sales.Table, row =>
    {
        row[Sales.Id] = id;
        row[Sales.Account] = account;
        row[Sales.Date] = new DateOnly(2026, 3, 1);
        row[Sales.Amount] = amount;
        row[Sales.Currency] = "TWD";
    });

    public Rows Quota(string? rep, string? territory, decimal amount) => With(Quotas.Table, row =>
    {
        row[Quotas.Rep] = rep;
        row[Quotas.Territory] = territory;
        row[Quotas.From] = new DateOnly(2027, 1, 1);
        row[Quotas.Amount] = amount;
    });

    public Rows Wide() => With(Accounts.Table, row =>
    {
        row[Accounts.Id] = "A-00007";
        row[Accounts.Name] = "台灣精密股份有限公司";
        row[Accounts.Longitude] = 121.5654;
        row[Accounts.Employees] = 4_200;
        row[Accounts.Revenue] = 1_234_567.8901m;
        row[Accounts.Currency] = "TWD";
        row[Accounts.Products] = ["P;1", "P\"2", "產品"];
        row[Accounts.Since] = new DateOnly(1999, 12, 31);
        row.Custom = ImmutableSortedDictionary<string, string>.Empty.Add("fleet_size", "12").Add("通路", "直營");
    });
}
