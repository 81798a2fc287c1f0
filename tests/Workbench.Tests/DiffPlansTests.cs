using Bailiwick.Measures;

namespace Bailiwick.Workbench.Tests;

/// <summary>What moves in the two towns, counted by hand: six accounts, six sales, one open deal.</summary>
public sealed class DiffPlansTests
{
    private const string Before = """
        plan: Before
        layers:
          - layer: core
            territories:
              - id: north
                where: country = "TW"
                territories:
                  - { id: county, where: subdivision = "TW-HSQ" }
                  - { id: city, where: subdivision = "TW-HSZ" }
        reps: [{ territory: county, owner: R-1 }, { territory: city, owner: R-2 }]
        quotas: { currency: TWD, territories: { north: 500000, city: 250000 } }
        """;

    private const string After = """
        plan: After
        layers:
          - layer: core
            territories:
              - { id: large, where: employees >= 500 }
              - id: north
                where: country = "TW"
                territories:
                  - { id: county, where: subdivision = "TW-HSQ" }
                  - { id: city, where: subdivision = "TW-HSZ" and stage != "former" }
        holdouts: [{ account: A-1, owner: R-2 }]
        reps: [{ territory: large, owner: R-1 }, { territory: county, owner: R-1 }, { territory: city, owner: R-2 }]
        quotas: { currency: TWD, territories: { large: 100000, north: 500000, city: 200000 } }
        """;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public void Groups_tell_accounts_revenue_and_open_pipeline_and_the_edits_that_move_them()
    {
        LayerDiff core = Diff(out PlanDiff diff);

        Assert.Equal(("sales", "2024-12-01", "2025-11-30", 6), (diff.Market!.Revenue, $"{diff.Market.From:yyyy-MM-dd}", $"{diff.Market.Until:yyyy-MM-dd}", diff.Market.Accounts));
        // A-4 sold 300,000 in the year and has 200,000 open; A-5 has sold nothing since 2023.
        Assert.Equal("2 [TWD 300000] [TWD 200000]", Show(core.Moved));
        Assert.Equal(
            ["city → large A-4 1 [TWD 300000] [TWD 200000]: added large", "city → gap A-5 1 [] []: where city"],
            core.Groups.Select(group => $"{group.From} → {group.To} {group.Example} {Show(group.Stake)}: {string.Join(", ", group.Causes.Single().Edits.Select(edit => $"{edit.KindName} {edit.Territory}"))}"));
    }

    [Fact]
    public void Territories_tell_what_comes_and_goes_and_parents_include_children()
    {
        LayerDiff core = Diff(out _);

        Assert.Equal(
            [
                "large added 0 +1 -0 =1 [TWD 300000] quota  → TWD 100000 rep  → R-1",
                // Of the county nothing moves, and what leaves the city leaves the north.
                "north kept 6 +0 -2 =4 [TWD 200000] quota TWD 500000 → TWD 500000 rep  → ",
                "county kept 3 +0 -0 =3 [TWD 200000] quota  →  rep R-1 → R-1",
                "city kept 3 +0 -2 =1 [] quota TWD 250000 → TWD 200000 rep R-2 → R-2",
            ],
            core.Territories.Select(each => $"{each.Territory} {each.State} {Show(each.Flow)} quota {each.Quota.Before} → {each.Quota.After} rep {each.RepBefore} → {each.RepAfter}"));
    }

    [Fact]
    public void Reps_tell_what_they_own_holdouts_included()
    {
        LayerDiff core = Diff(out _);

        Assert.Equal(
            [
                // R-1 gets A-4 and gives A-1 to R-2 by the holdout; A-5 is in a gap, and nobody's.
                "R-1 陳怡君 3 +1 -1 =3 [TWD 350000] quota  → TWD 100000",
                "R-2 林志豪 3 +1 -2 =2 [TWD 150000] quota TWD 250000 → TWD 200000",
                "  0 +1 -0 =1 [] quota  → ",
            ],
            core.Reps.Select(each => $"{each.Rep} {each.Name} {Show(each.Flow)} quota {each.Quota.Before} → {each.Quota.After}"));
    }

    [Fact]
    public void Relationships_are_kept_broken_or_restored()
    {
        RelationshipChange known = Diff(out _).Relationships!;

        // R-1 works with A-1, A-2 and A-3 and keeps the last two; R-2 works with A-4 and A-5 and loses both.
        Assert.Equal("2 [TWD 50000] []", Show(known.Kept));
        Assert.Equal("3 [TWD 450000] [TWD 200000]", Show(known.Broken));
        Assert.Equal(0, known.Restored.Accounts);
        Assert.Equal(["R-1 → R-2 1", "R-2 →  1", "R-2 → R-1 1"], known.BrokenBetween.Select(each => $"{each.From} → {each.To} {each.Stake.Accounts}"));
    }

    [Fact]
    public void On_an_earlier_day_only_what_was_sold_and_open_then_counts()
    {
        LayerDiff core = Diff(out PlanDiff diff, new DateOnly(2025, 5, 15));

        // The year of the sale of 2025-05-01; the deal of A-4 was not there yet, and A-2's was open.
        Assert.Equal("2024-05-02", $"{diff.Market!.From:yyyy-MM-dd}");
        Assert.Equal("2 [] []", Show(core.Moved));
        Assert.Equal("3 +0 -0 =3 [TWD 50000]", Show(core.Territories[2].Flow));
        Assert.Equal([new Money(80_000, Currency.Of("TWD"))], core.Territories[2].Flow.After.Pipeline);
    }

    [Fact]
    public void The_list_of_handoffs_has_every_account_with_another_territory_or_owner()
    {
        Diff(out PlanDiff diff);

        Assert.Equal(
            ["A-1 county county R-1 R-2 another rep 150000 0", "A-4 city large R-2 R-1 large is new (employees >= 500) 300000 200000", "A-5 city gap R-2  the where of city was subdivision = \"TW-HSZ\", and is subdivision = \"TW-HSZ\" and stage != \"former\" 0 0"],
            diff.Moved!.Rows.Select(row => string.Join(' ', row.Cells.Where((_, at) => at is not (1 or 2)))));
    }

    [Fact]
    public void The_same_version_twice_moves_nothing()
    {
        using var town = TownWorkspace.Open();
        string plan = town.Write("plan.yaml", Before);

        LayerDiff same = Assert.Single(DiffPlans.Run(new DiffRequest(plan, plan, town.Clock), town.House, town.Workspace, Now).Layers);

        Assert.Equal(0, same.Moved.Accounts);
        Assert.Empty(same.Groups);
        Assert.All(same.Reps, rep => Assert.False(rep.Flow.IsMoved));
    }

    private static LayerDiff Diff(out PlanDiff diff, DateOnly? day = null)
    {
        using var town = TownWorkspace.Open();
        var request = new DiffRequest(town.Write("before.yaml", Before), town.Write("after.yaml", After), town.Clock) { Day = day };
        diff = DiffPlans.Run(request, town.House, town.Workspace, Now);
        Assert.Empty(diff.Problems);
        Assert.Null(diff.Regions);
        return Assert.Single(diff.Layers);
    }

    private static string Show(Stake stake) => $"{stake.Accounts} [{string.Join(", ", stake.Revenue)}] [{string.Join(", ", stake.Pipeline)}]";

    private static string Show(Flow flow) => $"{flow.Before.Accounts} +{flow.In.Accounts} -{flow.Out.Accounts} ={flow.After.Accounts} [{string.Join(", ", flow.After.Revenue)}]";
}
