using System.Numerics;
using Bailiwick.Territories.Proof;

namespace Bailiwick.Territories.Tests.Proof;

public sealed class GapSearchTests
{
    [Fact]
    public void Gaps_are_those_of_walking_every_cell()
    {
        for (ulong seed = 0; seed < LongRun.Of(400, 20_000); seed++)
        {
            var world = new TinyWorld(seed);
            var tree = new ProofTree(world.Space, world.Scope, world.Territories);
            var tally = new GapTally(world.Space, new PlaceSplit(tree.Book, tree.Real));
            Assert.True(new GapSearch(tree.Book, tree.NodeOf, tally, long.MaxValue).Run(tree.Root, TestContext.Current.CancellationToken));

            Dictionary<(string Path, bool IsReal), List<int[]>> expected = world.Possible.Where(world.IsInScope)
                .Select(cell => (Cell: cell, Walk: TinyWorld.Walk(world.Territories, cell)))
                .Where(each => each.Walk[^1] is null)
                .GroupBy(each => (PathOf(each.Walk), world.IsReal(each.Cell)), each => each.Cell)
                .ToDictionary(group => group.Key, group => group.ToList());

            Assert.True(expected.Count == tally.Groups.Count(), $"seed {seed}: {expected.Count} groups of gaps, found {tally.Groups.Count()}");
            foreach (GapGroup group in tally.Groups)
            {
                Assert.True(expected.TryGetValue((group.Node.Path, group.IsReal), out List<int[]>? cells), $"seed {seed}: no gap at '{group.Node.Path}', real {group.IsReal}");
                Assert.True(new BigInteger(cells.Count) == group.Sum.Cells, $"seed {seed}, '{group.Node.Path}': {cells.Count} cells, counted {group.Sum.Cells}");
                int[] smallest = cells.Order(Comparer<int[]>.Create((left, right) => world.Space.Compare(left, right))).First();
                Assert.True(smallest.AsSpan().SequenceEqual(group.Sum.Witness), $"seed {seed}, '{group.Node.Path}': smallest {string.Join(' ', smallest)}, found {string.Join(' ', group.Sum.Witness ?? [])}");
            }
        }
    }

    private static string PathOf(List<NodeShape?> walk) => string.Join('/', walk.OfType<NodeShape>().Select(shape => shape.Territory!.Id.Value));
}
