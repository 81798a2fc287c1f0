using Bailiwick.Market;
using Bailiwick.Plans;
using Bailiwick.Workbench;

namespace Bailiwick.Storage.Tests.Kill;

/// <summary>What a campaign interrupts.</summary>
public enum Deed
{
    Import,
    Publish,
}

/// <summary>The process that is killed: opens the workspace, does the deed, and says how far it is.</summary>
internal static class Victim
{
    public const string Argument = "--victim";

    /// <summary>Another thousand rows were handed over.</summary>
    public const string Working = "working";

    public const int RowsBetweenWords = 1_000;

    /// <summary>All rows were handed over: what is left is the store's own work, up to the commit.</summary>
    public const string Handed = "handed";

    /// <summary>The store has answered: from here on it must last.</summary>
    public const string Done = "done";

    public static int Run(Deed deed, string folder)
    {
        using Workspace workspace = WorkspaceFolder.Open(folder, TimeProvider.System, "victim");
        Do(deed, workspace, Say);
        Say(Done);
        return 0;
    }

    /// <summary>The deed itself: what the victim begins, and what must still be possible after it was killed.</summary>
    public static void Do(Deed deed, Workspace workspace, Action<string>? say = null)
    {
        switch (deed)
        {
            case Deed.Import:
                workspace.Market.Import(new SpokenMarket(CampaignWorld.NextMarket(), say), keep: true, null, default);
                break;
            case Deed.Publish:
                Plan plan = CampaignWorld.NextPlan;
                PublishResult result = workspace.Plans.Publish(plan, CampaignWorld.FirstPlan.Id, Spoken(CampaignWorld.NextOwners(), say, isLast: true), CampaignWorld.Moment, default);
                Assert.Empty(result.Problems);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(deed), deed, "not a deed");
        }
    }

    private static void Say(string word)
    {
        Console.Out.WriteLine(word);
        Console.Out.Flush();
    }

    private static IEnumerable<T> Spoken<T>(IEnumerable<T> items, Action<string>? say, bool isLast)
    {
        int rows = 0;
        foreach (T item in items)
        {
            if (rows++ % RowsBetweenWords == 0)
            {
                say?.Invoke(Working);
            }

            yield return item;
        }

        if (isLast)
        {
            say?.Invoke(Handed);
        }
    }

    private sealed class SpokenMarket(IMarketSource source, Action<string>? say) : IMarketSource
    {
        public IEnumerable<MarketRow> Rows(MarketTable table) => Spoken(source.Rows(table), say, table == MarketTable.All[^1]);
    }
}
