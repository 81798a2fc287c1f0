using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Microsoft.Extensions.Time.Testing;

namespace Bailiwick.Web.Tests;

/// <summary>
/// A company that can be counted on a napkin: seven accounts, six in Taiwan. North (Taipei, New Taipei, Keelung, Taoyuan) has three of
/// them and 300, Centre (Taichung, Changhua, Nantou) two and 200, the rest one and 100 and nobody to look after it; one is in Japan.
/// </summary>
internal sealed class SmallCompany : IDisposable
{
    public static readonly DateOnly Effective = new(2027, 1, 1);
    public static readonly PlanId PlanKey = new("plan-1");

    private const string PlanText = """
        plan: FY2027 Taiwan
        effective: 2027-01-01
        layers:
          - layer: core
            scope: country = "TW"
            territories:
              - id: tw-north
                name: North
                where: area of "tw-counties" in ("63000", "65000", "10017", "68000")
              - id: tw-centre
                name: Centre
                where: area of "tw-counties" in ("66000", "10007", "10008")
              - id: tw-rest
                name: South and east
                where: otherwise
          - layer: key
            territories:
              - id: key-accounts
                name: Key accounts
                where: employees >= 500
        reps:
          - { territory: tw-north, owner: rep-1 }
          - { territory: tw-centre, owner: rep-2 }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("bailiwick-web-").FullName;

    public SmallCompany(bool hasMarket = true, bool hasPlan = true)
    {
        Clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
        Workspace = WorkspaceFolder.Open(folder, Clock, "tests");
        if (hasMarket)
        {
            Workspace.Market.Import(new Facts(), keep: true, null, CancellationToken.None);
        }

        if (hasPlan)
        {
            Plans.Plan draft = Draft(PlanKey.Value, "FY2027 Taiwan");
            Assert.Empty(Workspace.Plans.Save(draft));
            Assert.True(Workspace.Plans.Publish(draft, null, [], Clock.GetUtcNow(), CancellationToken.None).IsPublished);
        }
    }

    public FakeTimeProvider Clock { get; }

    public Workspace Workspace { get; }

    public Plans.Plan Draft(string id, string name) => new(
        new PlanId(id), name, PlanState.Draft, Effective, PlanText, ImmutableSortedDictionary<string, string>.Empty, Clock.GetUtcNow(), null);

    public void Dispose()
    {
        Workspace.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Facts : IMarketSource
    {
        private static readonly (string Id, string? County, decimal Sold)[] Customers =
        [
            ("A-1", "63000", 150), ("A-2", "63000", 100), ("A-3", "65000", 50), ("A-4", "66000", 200), ("A-5", "10007", 0), ("A-6", "64000", 100), ("A-7", null, 0),
        ];

        public IEnumerable<MarketRow> Rows(MarketTable table) =>
            table == Accounts.Table ? Customers.Select(Account)
            : table == Sales.Table ? Customers.Where(customer => customer.Sold > 0).Select(Sale)
            : table == Reps.Table ? [Rep("rep-1", "林美華", 121.56, 25.03), Rep("rep-2", "Chen Wei", 120.68, 24.15), Rep("rep-3", "No Home", null, null)]
            : [];

        private static MarketRow Account((string Id, string? County, decimal Sold) customer) => new(Accounts.Table, Place.None)
        {
            [Accounts.Id] = customer.Id,
            [Accounts.Name] = $"Company {customer.Id}",
            [Accounts.Country] = customer.County is null ? "JP" : "TW",
            [Accounts.PlacedArea] = customer.County is null ? null : $"tw-counties/{customer.County}",
        };

        private static MarketRow Sale((string Id, string? County, decimal Sold) customer) => new(Sales.Table, Place.None)
        {
            [Sales.Id] = "S-" + customer.Id,
            [Sales.Account] = customer.Id,
            [Sales.Date] = new DateOnly(2027, 2, 1),
            [Sales.Amount] = customer.Sold,
            [Sales.Currency] = "TWD",
        };

        private static MarketRow Rep(string id, string name, double? longitude, double? latitude) => new(Reps.Table, Place.None)
        {
            [Reps.Id] = id,
            [Reps.Name] = name,
            [Reps.HomeLongitude] = longitude,
            [Reps.HomeLatitude] = latitude,
        };
    }
}
