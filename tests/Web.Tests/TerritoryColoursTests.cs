using Bailiwick.Measures;
using Bailiwick.Web.Plan;

namespace Bailiwick.Web.Tests;

public class TerritoryColoursTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(60)]
    [InlineData(400)]
    public void Neighbours_differ_on_every_map(int territories)
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            (string[] ids, (int A, int B)[] touching) = Map(territories, seed);

            var colours = TerritoryColours.Assign(ids, touching);

            Assert.All(colours, colour => Assert.InRange(colour, 0, TerritoryColours.Count - 1));
            Assert.All(touching, pair => Assert.False(colours[pair.A] == colours[pair.B], $"seed {seed}: {ids[pair.A]} and {ids[pair.B]} touch and are both {colours[pair.A]}"));
        }
    }

    [Fact]
    public void The_order_in_which_territories_are_written_changes_no_colour()
    {
        (string[] ids, (int A, int B)[] touching) = Map(60, 7);
        int last = ids.Length - 1;

        var colours = TerritoryColours.Assign(ids, touching);
        var reversed = TerritoryColours.Assign([.. ids.Reverse()], touching.Select(pair => (last - pair.B, last - pair.A)));

        Assert.Equal(colours, reversed.Reverse());
    }

    [Fact]
    public void An_edit_of_one_border_leaves_most_colours_as_they_are()
    {
        int same = 0;
        int all = 0;
        for (ulong seed = 0; seed < 30; seed++)
        {
            (string[] ids, (int A, int B)[] touching) = Map(40, seed);
            var before = TerritoryColours.Assign(ids, touching);
            var after = TerritoryColours.Assign(ids, touching.Skip(1));
            same += before.Zip(after).Count(pair => pair.First == pair.Second);
            all += ids.Length;
        }

        Assert.InRange((double)same / all, 0.85, 1);
    }

    [Fact]
    public void A_graph_that_no_eight_colours_fit_still_gets_colours()
    {
        string[] ids = [.. Enumerable.Range(0, 10).Select(number => $"t-{number}")];
        var everyone = from a in Enumerable.Range(0, 10) from b in Enumerable.Range(a + 1, 9 - a) select (a, b);

        Assert.Equal(TerritoryColours.Count, TerritoryColours.Assign(ids, everyone).Distinct().Count());
    }

    // A grid of areas dealt to territories that grow from random seeds: a map in the plane, as plans are.
    private static (string[] Ids, (int A, int B)[] Touching) Map(int territories, ulong seed)
    {
        int side = 4 + (int)Math.Ceiling(Math.Sqrt(territories * 4));
        var chance = new Chance(seed);
        var owner = new int[side * side];
        Array.Fill(owner, -1);
        var edge = new List<int>();
        for (int territory = 0; territory < territories; territory++)
        {
            int start = chance.Next(owner.Length);
            while (owner[start] >= 0)
            {
                start = (start + 1) % owner.Length;
            }

            owner[start] = territory;
            edge.Add(start);
        }

        while (edge.Count > 0)
        {
            int at = chance.Next(edge.Count);
            int[] free = [.. Around(edge[at], side).Where(other => owner[other] < 0)];
            if (free.Length == 0)
            {
                edge.RemoveAt(at);
                continue;
            }

            int next = free[chance.Next(free.Length)];
            owner[next] = owner[edge[at]];
            edge.Add(next);
        }

        var touching = Enumerable.Range(0, owner.Length)
            .SelectMany(area => Around(area, side).Select(other => (A: owner[area], B: owner[other])))
            .Where(pair => pair.A < pair.B)
            .Distinct();
        return ([.. Enumerable.Range(0, territories).Select(territory => $"territory-{(territory * 7919) + (int)seed}")], [.. touching]);
    }

    private static IEnumerable<int> Around(int area, int side)
    {
        (int row, int column) = Math.DivRem(area, side);
        return new[] { (row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1) }
            .Where(place => place.Item1 >= 0 && place.Item1 < side && place.Item2 >= 0 && place.Item2 < side)
            .Select(place => (place.Item1 * side) + place.Item2);
    }
}
