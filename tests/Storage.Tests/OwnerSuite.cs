using System.Collections.Immutable;
using Bailiwick.Measures;
using Bailiwick.Plans;
using Bailiwick.Workbench;

namespace Bailiwick.Storage.Tests;

/// <summary>What every plan store promises of owners by date.</summary>
public abstract class OwnerSuite<TPlace> : IDisposable
    where TPlace : StorePlace, new()
{
    private static readonly DateOnly First = new(2026, 1, 1);

    private readonly TPlace place = new();
    private readonly Workspace workspace;
    private int published;

    protected OwnerSuite() => workspace = place.Open();

    public void Dispose()
    {
        workspace.Dispose();
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Owners_are_those_of_the_plan_in_force_on_the_day()
    {
        Assert.Equal(3, Publish(First, Owner("A", "north", "ann"), Owner("B", "north", "ann"), Owner("C", "south", "bob")));
        Assert.Equal(2, Publish(First.AddDays(10), Owner("A", "north", "ann"), Owner("B", "south", "bob"), Owner("D", "south", "bob"), Owner("C", "south", "bob")));

        Assert.Empty(On(First.AddDays(-1)));
        Assert.Equal(["A north ann 2026-01-01", "B north ann 2026-01-01 2026-01-11", "C south bob 2026-01-01"], On(First.AddDays(9)));
        Assert.Equal(["A north ann 2026-01-01", "B south bob 2026-01-11", "C south bob 2026-01-01", "D south bob 2026-01-11"], On(First.AddDays(10)));
    }

    [Fact]
    public void An_account_that_the_plan_does_not_answer_for_has_no_owner_any_more()
    {
        Publish(First, Owner("A", "north", "ann"), Owner("B", "north", "ann"));

        Assert.Equal(1, Publish(First.AddDays(10), Owner("A", "north", "ann")));
        Assert.Equal(["A north ann 2026-01-01"], On(First.AddDays(10)));
    }

    [Fact]
    public void Another_reason_for_the_same_owner_is_kept_but_is_no_change_of_owner()
    {
        Publish(First, Owner("A", "north", "ann"));

        Assert.Equal(0, Publish(First.AddDays(10), Owner("A", "north", "ann") with { Rule = "named" }));
        Assert.Equal("named", workspace.Plans.Owners(First.AddDays(10)).Single().Rule);
        Assert.Equal("where", workspace.Plans.Owners(First.AddDays(9)).Single().Rule);
    }

    [Fact]
    public void A_gap_is_an_answer_without_territory_and_rep()
    {
        Assert.Equal(0, Publish(First, Owner("A", null, null)));
        Assert.Equal(1, Publish(First.AddDays(1), Owner("A", "north", null)));
        Assert.Equal(1, Publish(First.AddDays(2), Owner("A", null, null)));

        Ownership gap = workspace.Plans.Owners(First).Single();
        Assert.Null(gap.Territory);
        Assert.Null(gap.Rep);
    }

    [Fact]
    public void Layers_stand_side_by_side_in_the_order_of_their_names()
    {
        Publish(First, Owner("A", "north", "ann"), Owner("A", "key", "kim") with { Layer = "accounts" }, Owner("B", "north", "ann"));

        Assert.Equal(["accounts A", "core A", "core B"], workspace.Plans.Owners(First).Select(owner => $"{owner.Layer} {owner.Account}"));
    }

    [Fact]
    public void A_plan_between_two_others_changes_only_the_days_between()
    {
        Publish(First, Owner("A", "north", "ann"));
        Publish(First.AddDays(20), Owner("A", "south", "bob"));
        Publish(First.AddDays(10), Owner("A", "west", "cyd"));

        Assert.Equal(
            ["A north ann 2026-01-01 2026-01-11", "A west cyd 2026-01-11 2026-01-21", "A south bob 2026-01-21"],
            new[] { 9, 19, 20 }.SelectMany(day => On(First.AddDays(day))));
    }

    [Fact]
    public void An_owner_who_comes_back_on_the_same_day_never_left()
    {
        Publish(First, Owner("A", "north", "ann"));
        Publish(First.AddDays(10), Owner("A", "south", "bob"));
        Publish(First.AddDays(10), Owner("A", "north", "ann"));

        Assert.Equal(["A north ann 2026-01-01"], On(First.AddDays(10)));
    }

    [Fact]
    public void Two_answers_for_one_account_in_one_layer_break_the_contract() =>
        Assert.Throws<ArgumentException>(() => Publish(First, Owner("A", "north", "ann"), Owner("A", "south", "bob")));

    /// <summary>Second opinion: a table of all days. Plans come in any order of days, so terms are cut at both ends.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Publications_by_chance_leave_what_a_table_of_days_would_hold(ulong seed)
    {
        const int days = 30, accounts = 5;
        var chance = new Chance(seed);
        var plans = new int?[days];
        var model = new string?[days, accounts];
        for (int turn = 0; turn < 25; turn++)
        {
            int from = chance.Next(days);
            int until = Enumerable.Range(from + 1, days - from).First(day => day == days || plans[day] == day);
            var owners = new List<Ownership>();
            var answers = new string?[accounts];
            for (int account = 0; account < accounts; account++)
            {
                if (chance.Next(5) > 0)
                {
                    answers[account] = $"t{chance.Next(3)}";
                    owners.Add(Owner($"A{account}", answers[account], null));
                }
            }

            long expected = Enumerable.Range(0, accounts).LongCount(account => model[from, account] != answers[account]);
            for (int day = from; day < until; day++)
            {
                plans[day] = from;
                for (int account = 0; account < accounts; account++)
                {
                    model[day, account] = answers[account];
                }
            }

            long changed = Publish(First.AddDays(from), [.. owners]);

            Assert.True(expected == changed, $"seed {seed}, turn {turn}: {changed} changed, not {expected}");
            for (int day = 0; day < days; day++)
            {
                string[] held = [.. Enumerable.Range(0, accounts).Where(account => model[day, account] is not null).Select(account => $"A{account} {model[day, account]}")];
                string[] kept = [.. workspace.Plans.Owners(First.AddDays(day)).Select(owner => $"{owner.Account} {owner.Territory}")];
                Assert.True(held.SequenceEqual(kept), $"seed {seed}, turn {turn}, day {day}: {string.Join(", ", kept)}, not {string.Join(", ", held)}");
            }
        }
    }

    private static Ownership Owner(string account, string? territory, string? rep) => new(
        new AccountId(account), "core", territory is null ? null : new TerritoryId(territory), rep is null ? null : new RepId(rep), territory is null ? "gap" : "where", territory ?? "", default, null);

    private long Publish(DateOnly effective, params Ownership[] owners)
    {
        var plan = new Plan(new PlanId($"p{published++}"), "plan", PlanState.Draft, effective, "plan: p\n", ImmutableSortedDictionary<string, string>.Empty, place.Clock.GetUtcNow(), null);
        Assert.Empty(workspace.Plans.Save(plan));
        PublishResult result = workspace.Plans.Publish(plan, workspace.Plans.InForce(effective)?.Id, owners, place.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems);
        return result.OwnersChanged;
    }

    private IEnumerable<string> On(DateOnly day) => workspace.Plans.Owners(day).Select(owner =>
        $"{owner.Account} {owner.Territory} {owner.Rep} {owner.From:yyyy-MM-dd}" + (owner.Until is { } until ? $" {until:yyyy-MM-dd}" : ""));
}
