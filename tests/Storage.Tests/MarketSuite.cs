using Bailiwick.Market;
using Bailiwick.Workbench;

namespace Bailiwick.Storage.Tests;

public sealed class MarketStoreTests : IDisposable
{
    private readonly SqliteFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void What_came_in_is_in_the_columns()
    {
        using Workspace workspace = place.Open();
        var result = workspace.Market.Import(new Rows().Wide().Account("B", owner: "nobody").Sale("1", "C", 3.5m).Quota("r", null, 3), keep: true, null, TestContext.Current.CancellationToken);
        Assert.Equal(["B"], workspace.Market.Load(TestContext.Current.CancellationToken).Accounts[Accounts.Id].Values[1..]);
        Assert.Equal(3, result.Problems.Count);
    }
}
