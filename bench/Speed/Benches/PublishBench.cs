using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Storage;
using Bailiwick.Workbench;

namespace Bailiwick.Speed.Benches;

/// <summary>Owners by date: the first publication, one that moves a hundredth, and reading them back.</summary>
internal sealed class PublishBench : IBench
{
    private const int Accounts = 1_000_000;

    public string Name => "publish";

    public string Title => "Owners of 1 M accounts among 1,000 territories: published, published again with every hundredth moved, read as of a day.";

    public void Run(BenchPlace place, BenchResults results)
    {
        using Workspace workspace = WorkspaceFolder.Open(place.Scratch, TimeProvider.System);
        Took first = Took.By(() => Publish(workspace, "p1", new DateOnly(2027, 1, 1), 0));
        Took second = Took.By(() => Publish(workspace, "p2", new DateOnly(2027, 7, 1), 100));
        Took read = Took.By(() => MarketStoreBench.Walk(workspace.Plans.Owners(new DateOnly(2027, 7, 1))));

        results.Add("first publication", first, Accounts, "owners");
        results.Add("second publication, 10,000 owners moved", second, Accounts, "owners", second.Beside(first, "the first"));
        results.Add("owners as of a day", read, Accounts, "owners");
        results.AddPeakMemory("at the end");
    }

    private static void Publish(Workspace workspace, string id, DateOnly day, int moved)
    {
        var plan = new Plan(new PlanId(id), id, PlanState.Draft, day, id, ImmutableSortedDictionary<string, string>.Empty, TimeProvider.System.GetUtcNow(), null);
        workspace.Plans.Save(plan);
        PublishResult result = workspace.Plans.Publish(plan, workspace.Plans.InForce(day)?.Id, Owners(moved), plan.Created, default);
        if (result.OwnersChanged != (moved == 0 ? Accounts : Accounts / moved))
        {
            throw new InvalidOperationException($"{result.OwnersChanged} owners changed");
        }
    }

    private static IEnumerable<Ownership> Owners(int moved)
    {
        for (int number = 0; number < Accounts; number++)
        {
            int territory = (number + (moved > 0 && number % moved == 0 ? 1 : 0)) % 1_000;
            string name = string.Create(CultureInfo.InvariantCulture, $"t{territory}");
            yield return new Ownership(
                new AccountId(string.Create(CultureInfo.InvariantCulture, $"A{number:0000000}")),
                "core", new TerritoryId(name), new RepId(string.Create(CultureInfo.InvariantCulture, $"r{territory % 300}")), "where", name, default, null);
        }
    }
}
