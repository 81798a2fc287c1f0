using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Geography;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.SecondOpinion;

namespace Bailiwick.Rules.Tests;

public sealed class SpaceTests
{
    private static readonly Atlas Atlas = Squares.AtlasWith(Atlas.Open());

    [Fact]
    public void Boxes_and_conditions_and_a_naive_reading_give_the_same_answers()
    {
        string failure = Campaign.Run(Campaign.IsLong ? 5_000 : 300, seed => RandomWorlds.OfRules(seed, rules: 8, depth: 3), Trouble);
        Assert.True(failure.Length == 0, failure);
    }

    [Fact]
    public void Every_combination_that_is_possible_has_a_witness_that_falls_into_it()
    {
        int witnesses = 0;
        for (ulong seed = 0; seed < 200; seed++)
        {
            var chance = new Chance(seed);
            RuleSpace space = SpaceOf(ByOneColumnEach(RandomWorlds.OfRules(seed, rules: 8, depth: 3, accounts: 0)), out string? trouble);
            Assert.Null(trouble);
            for (int run = 0; run < 40; run++)
            {
                int[] classes = [.. space.Axes.Select(axis => chance.Next(axis.Classes))];
                if (space.Impossible.Any(box => box.Holds(classes)))
                {
                    continue;
                }

                ImmutableSortedDictionary<string, string> witness = space.Witness(classes);
                var again = new int[classes.Length];
                space.Classify(Account.Table(witness)).Row(0, again);
                string row = string.Join(' ', witness.Select(column => $"{column.Key}={column.Value}"));
                Assert.True(classes.AsSpan().SequenceEqual(again), $"seed {seed}: {row}: {string.Join(' ', space.Axes.Select((axis, place) => $"{axis.Name} {classes[place]}/{again[place]} of {axis.Classes}"))}\n{string.Join('\n', space.Rules)}");
                // An area or a town would place the row: a point says that it lies in no circle.
                int apart = witness.ContainsKey("postal") || witness.ContainsKey("city") ? 2 : 0;
                Assert.True(witness.Count <= space.Axes.Select((axis, place) => axis.ColumnsOf(classes[place])).Sum() + apart, row);
                witnesses++;
            }
        }

        Assert.True(witnesses > 1_000, $"{witnesses}");
    }

    [Theory]
    [InlineData("employees < 50", "employees >= 50", 3)] // unknown, below, from 50
    [InlineData("employees <= 49", "employees >= 50", 3)] // nobody has 49.5 employees
    [InlineData("employees <= 48", "employees >= 50", 3)] // 49 is told from the unknown by no rule
    [InlineData("employees < 0", "employees >= 0", 2)] // nobody has less than no employees
    [InlineData("country = \"TW\"", "country = \"tw\"", 2)]
    [InlineData("country = \"TW\"", "country is known", 3)]
    [InlineData("postal between \"100\" and \"116\"", "postal starts with \"11\"", 4)] // 100 to 10…, 110 to 116…, 117 and on, the rest
    [InlineData("since >= 2024-01-01", "since < 2024-01-01", 3)]
    public void Classes_are_the_values_that_rules_tell_apart(string one, string other, int expected)
    {
        Axis axis = Assert.Single(Space(one, other).Axes);
        Assert.Equal(expected, Enumerable.Range(0, axis.Classes).Count(number => axis.Index.CanBe(number)));
    }

    [Fact]
    public void A_list_of_40000_codes_is_two_classes_and_one_box()
    {
        var lists = Account.Scope with { Lists = _ => new ListReading([.. Enumerable.Range(0, 40_000).Select(code => new ListValue(code + 1, code.ToString("D5", CultureInfo.InvariantCulture)))]) };
        var space = RuleSpace.Compile([Rule.Parse("postal in list(\"many.csv\")", lists).Rule!], lists, null);
        Assert.Equal(2, space.Axes[0].Classes);
        Assert.Single(space.BoxesOf(0));
        Assert.Equal("00000", space.Witness([1])["postal"]);
    }

    [Fact]
    public void A_rule_of_too_many_boxes_has_none_and_is_asked_by_its_condition()
    {
        // Ten choices between two fields each: 2^10 boxes and more, of which none is within another.
        string rule = string.Join(" and ", Enumerable.Range(0, 13).Select(each => $"(fleet_size = {each} or badges has \"b{each}\" or signed = 2024-01-{each + 1:D2})"));
        var space = Space($"not ({rule})", rule.Replace("fleet_size = ", "fleet_size > ", StringComparison.Ordinal));
        Assert.True(space.BoxesOf(1).IsDefault || space.BoxesOf(1).Length <= RuleSpace.MostBoxes);
        var classes = new int[space.Axes.Length];
        space.Classify(Account.Of("fleet_size=3")).Row(0, classes);
        Assert.True(space.Holds(0, classes));
    }

    [Fact]
    public void More_than_eight_products_share_axes_and_a_known_one_stands_for_what_is_not_named()
    {
        var space = Space([.. Enumerable.Range(1, 10).Select(number => $"products has \"P{number}\""), "products is known"]);
        Assert.Equal(3, space.Axes.Length);
        var classes = new int[3];
        space.Classify(Account.Of("products=P9;X")).Row(0, classes);
        Assert.True(space.Holds(8, classes));
        Assert.False(space.Holds(0, classes));
        Assert.Equal("-", space.Witness([1, 0, 0])["products"]);
        Assert.Contains(space.Impossible, box => box.Holds([0, 1, 0]));
    }

    [Fact]
    public void Two_circles_that_do_not_meet_have_no_class_of_both()
    {
        Axis axis = Assert.Single(Space("within 5 km of (121.5, 25)", "within 5 km of (120.6, 24.1)").Axes);
        Assert.True(axis.Index.CanBe(1) && axis.Index.CanBe(2) && !axis.Index.CanBe(3));
    }

    private static RuleSpace Space(params string[] rules) => RuleSpace.Compile([.. rules.Select(rule => Rule.Parse(rule, Account.Scope)).Select(reading => reading.Rule!)], Account.Scope, null);

    // Left out are several axes that read one column: area, area of and the point; amounts of several currencies.
    private static World ByOneColumnEach(World world)
    {
        LayerModel layer = world.Plan.Layers[0];
        return world with { Plan = world.Plan with { Layers = [layer with { Nodes = layer.Nodes.RemoveAll(node => node.Where!.Questions.OfType<Ask>().Any(ask => ask.Field is "area" or "revenue")) }] } };
    }

    private static RuleSpace SpaceOf(World world, out string? trouble)
    {
        RuleScope scope = Worlds.ScopeOf(world.Plan);
        (Rule[] rules, trouble) = Worlds.RulesOf(world, scope);
        return RuleSpace.Compile(rules, scope, Atlas);
    }

    private static string? Trouble(World world)
    {
        RuleSpace space = SpaceOf(world, out string? unreadable);
        if (unreadable is not null)
        {
            return unreadable;
        }

        RowClasses together = space.Classify(AccountFile.Table(world.Accounts));
        var classes = new int[space.Axes.Length];
        var alone = new int[space.Axes.Length];
        for (int row = 0; row < world.Accounts.Length; row++)
        {
            AccountModel account = world.Accounts[row];
            ColumnTable single = AccountFile.Table([account]);
            together.Row(row, classes);
            space.Classify(single).Row(0, alone);
            if (!alone.AsSpan().SequenceEqual(classes) || space.Impossible.Any(box => box.Holds(classes)))
            {
                return $"{account.Id}: classes {string.Join(' ', classes)}, alone {string.Join(' ', alone)}, or impossible";
            }

            for (int rule = 0; rule < space.Rules.Count; rule++)
            {
                bool expected = NaiveRule.Holds(world.Plan.Layers[0].Nodes[rule].Where!, account, world.Plan);
                bool[] told = [space.Holds(rule, classes), space.BoxesOf(rule).Any(box => box.Holds(classes)), !space.BoxesWithout(rule).Any(box => box.Holds(classes)), space.Explain(rule, single, 0, classes).Holds];
                if (told.Any(one => one != expected))
                {
                    return $"{space.Rules[rule]} for {account.Id}: expected {expected}, by condition, boxes, boxes without, explained: {string.Join(' ', told)}";
                }
            }
        }

        return null;
    }
}
