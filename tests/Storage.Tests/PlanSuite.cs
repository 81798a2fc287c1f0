using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Workbench;

namespace Bailiwick.Storage.Tests;

/// <summary>What every plan store promises of the plans themselves.</summary>
public abstract class PlanSuite<TPlace> : IDisposable
    where TPlace : StorePlace, new()
{
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    private readonly TPlace place = new();
    private readonly Workspace workspace;

    protected PlanSuite() => workspace = place.Open();

    public void Dispose()
    {
        workspace.Dispose();
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_draft_comes_back_as_it_was_saved()
    {
        Plan draft = Draft("p1", NewYear) with { Files = ImmutableSortedDictionary<string, string>.Empty.Add("lists/郵遞區號.csv", "100\n103\n") };
        Assert.Empty(workspace.Plans.Save(draft));

        Plan? found = workspace.Plans.Find(draft.Id);

        Assert.Equal(draft with { Files = found!.Files }, found);
        Assert.Equal(draft.Files, found.Files);
        Assert.Null(workspace.Plans.Find(new PlanId("p2")));
    }

    [Fact]
    public void A_draft_may_be_saved_again_and_keeps_the_day_on_which_it_was_made()
    {
        Save(Draft("p1", NewYear));
        Save(Draft("p1", NewYear.AddDays(1)) with { Name = "Second thoughts", Created = place.Clock.GetUtcNow().AddDays(3) });

        Plan found = workspace.Plans.Find(new PlanId("p1"))!;
        Assert.Equal(("Second thoughts", NewYear.AddDays(1), place.Clock.GetUtcNow()), (found.Name, found.Effective, found.Created));
    }

    [Fact]
    public void Plans_are_listed_latest_first()
    {
        Save(Draft("p1", NewYear));
        place.Clock.Advance(TimeSpan.FromSeconds(1));
        Save(Draft("p2", NewYear));

        Assert.Equal(["p2", "p1"], workspace.Plans.List().Select(plan => plan.Id.Value));
    }

    [Fact]
    public void A_published_plan_is_never_overwritten()
    {
        Plan draft = Save(Draft("p1", NewYear));
        Publish(draft, null);

        Assert.Equal("storage.not-a-draft", workspace.Plans.Save(draft with { Source = "other" }).Single().Code);
        Assert.Equal("storage.not-a-draft", Publish(draft, draft.Id).Problems.Single().Code);
        Assert.Equal(draft.Source, workspace.Plans.Find(draft.Id)!.Source);
    }

    [Fact]
    public void A_plan_that_was_never_saved_is_not_published() =>
        Assert.Equal("storage.unknown-plan", Publish(Draft("p1", NewYear), null).Problems.Single().Code);

    [Fact]
    public void A_draft_that_was_edited_since_the_publisher_read_it_is_not_published()
    {
        Plan read = Save(Draft("p1", NewYear));
        Save(read with { Source = "plan: edited" });

        Assert.Equal("storage.edited-meanwhile", Publish(read, null).Problems.Single().Code);
        Assert.Null(workspace.Plans.InForce(NewYear));
    }

    [Fact]
    public void Of_two_publishers_one_wins_and_the_other_is_told()
    {
        Plan first = Save(Draft("p1", NewYear));
        Plan second = Save(Draft("p2", NewYear));

        Assert.True(Publish(first, null).IsPublished);
        PublishResult told = Publish(second, null);

        Assert.Equal("storage.published-meanwhile p1", $"{told.Problems.Single().Code} {told.Problems.Single().Value}");
        Assert.Equal("p1", workspace.Plans.InForce(NewYear)!.Id.Value);
        Assert.True(Publish(second, first.Id) is { IsPublished: true, Superseded.Value: "p1" });
    }

    [Fact]
    public async Task Of_many_publishers_at_the_same_moment_exactly_one_wins()
    {
        Plan[] drafts = [.. Enumerable.Range(0, 8).Select(number => Save(Draft($"p{number}", NewYear)))];

        PublishResult[] results = await Task.WhenAll(drafts.Select(draft => Task.Run(
            () =>
            {
                using Workspace own = place.Open();
                return own.Plans.Publish(draft, null, [Owner("A", draft.Id.Value)], place.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
            },
            TestContext.Current.CancellationToken)));

        int winner = Array.FindIndex(results, result => result.IsPublished);
        Assert.Single(results, result => result.IsPublished);
        Assert.Equal($"p{winner}", workspace.Plans.InForce(NewYear)!.Id.Value);
        Assert.Equal($"p{winner}", workspace.Plans.Owners(NewYear).Single().Territory!.Value.Value);
    }

    [Fact]
    public void A_plan_is_in_force_from_its_day_until_the_next_ones()
    {
        Publish(Save(Draft("old", new DateOnly(2026, 1, 1))), null);
        Publish(Save(Draft("next", NewYear)), new PlanId("old"));
        Publish(Save(Draft("between", new DateOnly(2026, 6, 1))), new PlanId("old"));

        Assert.Equal(
            [null, "old", "old", "between", "between", "next"],
            new DateOnly[] { new(2025, 12, 31), new(2026, 1, 1), new(2026, 5, 31), new(2026, 6, 1), new(2026, 12, 31), NewYear }
                .Select(day => workspace.Plans.InForce(day)?.Id.Value));
    }

    [Fact]
    public void A_plan_is_superseded_when_the_day_of_its_successor_has_come()
    {
        Publish(Save(Draft("old", new DateOnly(2026, 1, 1))), null);
        Publish(Save(Draft("next", NewYear)), new PlanId("old"));
        Assert.Equal(PlanState.Published, workspace.Plans.Find(new PlanId("old"))!.State);

        place.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(PlanState.Superseded, workspace.Plans.Find(new PlanId("old"))!.State);
        Assert.Equal(PlanState.Published, workspace.Plans.Find(new PlanId("next"))!.State);
    }

    [Fact]
    public void A_plan_replaced_on_its_own_day_was_never_in_force()
    {
        Publish(Save(Draft("wrong", NewYear)), null);
        Publish(Save(Draft("right", NewYear)), new PlanId("wrong"));

        Assert.Equal("right", workspace.Plans.InForce(NewYear)!.Id.Value);
        Assert.Equal(PlanState.Superseded, workspace.Plans.Find(new PlanId("wrong"))!.State);
    }

    [Fact]
    public void A_cancelled_publication_leaves_the_draft_and_the_owners()
    {
        Plan draft = Save(Draft("p1", NewYear));
        using var cancelling = new CancellationTokenSource();
        IEnumerable<Ownership> Owners()
        {
            yield return Owner("A", "north");
            throw new OperationCanceledException(cancelling.Token);
        }

        Assert.Throws<OperationCanceledException>(() => workspace.Plans.Publish(draft, null, Owners(), place.Clock.GetUtcNow(), cancelling.Token));

        Assert.Equal(PlanState.Draft, workspace.Plans.Find(draft.Id)!.State);
        Assert.Empty(workspace.Plans.Owners(NewYear));
        Assert.True(Publish(draft, null).IsPublished);
    }

    private static Ownership Owner(string account, string territory) =>
        new(new AccountId(account), "core", new TerritoryId(territory), null, "where", territory, default, null);

    private Plan Draft(string id, DateOnly effective) =>
        new(new PlanId(id), $"Plan {id}", PlanState.Draft, effective, $"plan: {id}\n", ImmutableSortedDictionary<string, string>.Empty, place.Clock.GetUtcNow(), null);

    private Plan Save(Plan draft)
    {
        Assert.Empty(workspace.Plans.Save(draft));
        return draft;
    }

    private PublishResult Publish(Plan plan, PlanId? over) =>
        workspace.Plans.Publish(plan, over, [], place.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
}
