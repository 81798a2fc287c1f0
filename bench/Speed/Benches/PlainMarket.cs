using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Speed.Benches;

/// <summary>Accounts made on the fly, 18 columns and a custom field filled: cheap to make, so that the store is what is measured.</summary>
/// <param name="accounts">Number of accounts.</param>
/// <param name="edited">Every so-many-th account has another number of employees; 0 for none.</param>
internal sealed class PlainMarket(int accounts, int edited = 0) : IMarketSource
{
    private static readonly string[] Cities = ["Taipei", "New Taipei", "Taoyuan", "Hsinchu", "Taichung", "Tainan", "Kaohsiung", "花蓮"];
    private static readonly string[] Tiers = ["free", "pro", "enterprise"];
    private static readonly ImmutableArray<string>[] Sets = [["crm"], ["crm", "erp"], ["erp", "pos"], []];
    private static readonly ImmutableSortedDictionary<string, string> Custom = ImmutableSortedDictionary<string, string>.Empty.Add("channel", "direct");

    public IEnumerable<MarketRow> Rows(MarketTable table) =>
        table == Accounts.Table ? Enumerable.Range(0, accounts).Select(Account) : [];

    private MarketRow Account(int number)
    {
        // Multiplying by an odd number goes once through all of 2^32: keys come in no order, as in real files.
        uint mixed = unchecked((uint)number * 2_654_435_761);
        return new MarketRow(Accounts.Table, new Place("accounts.csv", number + 2))
        {
            [Accounts.Id] = mixed.ToString("X8", CultureInfo.InvariantCulture),
            [Accounts.Name] = string.Create(CultureInfo.InvariantCulture, $"Company {number} 股份有限公司"),
            [Accounts.Country] = "TW",
            [Accounts.Subdivision] = "TW-TPE",
            [Accounts.City] = Cities[mixed % 8],
            [Accounts.Postal] = (100 + (mixed % 900)).ToString(CultureInfo.InvariantCulture),
            [Accounts.Address] = string.Create(CultureInfo.InvariantCulture, $"中山路 {mixed % 500} 號"),
            [Accounts.Longitude] = 120 + (mixed % 20_000 / 10_000.0),
            [Accounts.Latitude] = 22 + (mixed % 30_000 / 10_000.0),
            [Accounts.Type] = "B2B",
            [Accounts.Employees] = (mixed % 5_000) + (edited > 0 && number % edited == 0 ? 1 : 0),
            [Accounts.Revenue] = mixed / 100m,
            [Accounts.Currency] = "TWD",
            [Accounts.Industry] = (1_000 + (mixed % 900)).ToString(CultureInfo.InvariantCulture),
            [Accounts.Tier] = Tiers[mixed % 3],
            [Accounts.Stage] = "customer",
            [Accounts.Products] = Sets[mixed % 4],
            [Accounts.Since] = new DateOnly(2015, 1, 1).AddDays((int)(mixed % 4_000)),
            Custom = Custom,
        };
    }
}
