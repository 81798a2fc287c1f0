using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Storage;

/// <summary>The names of long steps, for progress.</summary>
internal static class Steps
{
    private static readonly Dictionary<string, Text> Tables = new(StringComparer.Ordinal)
    {
        [Products.Table.Name] = new("products", "產品"),
        [Reps.Table.Name] = new("reps", "業務代表"),
        [Market.Territories.Table.Name] = new("territories", "業務轄區"),
        [Accounts.Table.Name] = new("accounts", "客戶"),
        [Leads.Table.Name] = new("leads", "潛在客戶"),
        [Opportunities.Table.Name] = new("opportunities", "商機"),
        [Sales.Table.Name] = new("sales", "銷售"),
        [Quotas.Table.Name] = new("quotas", "配額"),
        [AreaFacts.Table.Name] = new("area facts", "區域數據"),
    };

    public static Text References { get; } = new("Checking references", "檢查關聯");

    public static Text Storing(MarketTable table) => Tables.TryGetValue(table.Name, out Text? name)
        ? new($"Storing {name.English}", $"儲存{name.Chinese}")
        : Text.Same(table.Name);
}
