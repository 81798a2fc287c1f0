using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Workbench;

namespace Bailiwick.Storage.Tests.Kill;

/// <summary>The state before a campaign's deed, and the deed: large enough that a kill has something to hit.</summary>
internal static class CampaignWorld
{
    private const int Before = 10_000;
    private const int After = 30_000;

    public static readonly DateTimeOffset Moment = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly FirstDay = new(2027, 1, 1);

    public static Plan FirstPlan { get; } = Plan("first", FirstDay);

    public static Plan NextPlan { get; } = Plan("next", FirstDay.AddDays(90));

    /// <summary>Fills a folder with what stands before the deed.</summary>
    public static void Prepare(string folder)
    {
        using (Workspace workspace = WorkspaceFolder.Open(folder, TimeProvider.System, "campaign"))
        {
            workspace.Market.Import(Market(Before, edition: 1), keep: true, null, default);
            workspace.Plans.Save(FirstPlan);
            workspace.Plans.Publish(FirstPlan, null, Owners(Before, edition: 1), Moment, default);
            workspace.Plans.Save(NextPlan);
        }

        using var database = new Sqlite.Database(Path.Combine(folder, WorkspaceFolder.FileName));
        database.Checkpoint();
    }

    /// <summary>A third of the rows stood there and is changed, two thirds are new.</summary>
    public static IMarketSource NextMarket() => Market(After, edition: 2);

    public static IEnumerable<Ownership> NextOwners() => Owners(After, edition: 2);

    /// <summary>All that a person could see of the workspace, as one fingerprint.</summary>
    public static string Look(Workspace workspace)
    {
        var words = new StringBuilder();
        MarketSnapshot market = workspace.Market.Load(default);
        words.Append(CultureInfo.InvariantCulture, $"version {market.Version}\n");
        for (int row = 0; row < market.Accounts.Count; row++)
        {
            words.Append(CultureInfo.InvariantCulture, $"{market.Accounts[Accounts.Id][row]} {market.Accounts[Accounts.Name][row]}\n");
        }

        for (int row = 0; row < market.Sales.Count; row++)
        {
            words.Append(CultureInfo.InvariantCulture, $"{market.Sales[Sales.Id][row]} {market.Sales[Sales.Account][row]} {market.Sales[Sales.Amount][row]}\n");
        }

        foreach (Plan plan in workspace.Plans.List())
        {
            words.Append(CultureInfo.InvariantCulture, $"{plan.Id} {plan.State} {plan.Published:O}\n");
        }

        foreach (DateOnly day in new[] { FirstDay, NextPlan.Effective })
        {
            words.Append(CultureInfo.InvariantCulture, $"{day:O} {workspace.Plans.InForce(day)?.Id}\n").AppendJoin('\n', workspace.Plans.Owners(day));
        }

        // The journal's moments and persons differ from run to run.
        words.AppendJoin('\n', workspace.Journal.Read().Select(entry => $"{entry.Number} {entry.What} {entry.Subject} {entry.Before} {entry.After}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())))[..16];
    }

    private static Rows Market(int count, int edition)
    {
        var rows = new Rows();
        for (int number = 0; number < count; number++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"A{number:00000}");
            rows.Account(id, string.Create(CultureInfo.InvariantCulture, $"Company {number}, edition {edition}"));
            rows.Sale("S" + id, id, number + edition);
        }

        return rows;
    }

    private static IEnumerable<Ownership> Owners(int count, int edition)
    {
        for (int number = 0; number < count; number++)
        {
            string territory = string.Create(CultureInfo.InvariantCulture, $"t{number % (10 + edition)}");
            yield return new Ownership(
                new AccountId(string.Create(CultureInfo.InvariantCulture, $"A{number:00000}")), "core", new TerritoryId(territory), new RepId("r" + territory), "where", territory, default, null);
        }
    }

    private static Plan Plan(string id, DateOnly effective) =>
        new(new PlanId(id), id, PlanState.Draft, effective, $"plan: {id}\n", ImmutableSortedDictionary<string, string>.Empty, Moment, null);
}
