using Bailiwick.Rules;
using Bailiwick.Territories.Proof;

namespace Bailiwick.Territories.Tests.Proof;

public sealed class CellSearchTests
{
    [Fact]
    public void The_cell_found_is_the_smallest_of_those_wanted()
    {
        for (ulong seed = 0; seed < LongRun.Of(1_000, 50_000); seed++)
        {
            var world = new TinyWorld(seed);
            var book = new BoxBook(world.Space);
            Box[][] all = [.. Enumerable.Range(0, (int)(seed % 4)).Select(each => world.Boxes(1 + (int)(seed / 4 % 3), 2).ToArray())];
            Box[] none = [.. world.Boxes((int)(seed / 7 % 5), 2)];

            CellAnswer answer = new CellSearch(book).Find(new CellWish([.. all.Select(list => list.Select(book.Add).ToArray())], [.. none.Select(book.Add)]), long.MaxValue / 2);

            int[]? smallest = world.Cells.Where(cell => all.All(list => list.Any(box => box.Holds(cell))) && !none.Any(box => box.Holds(cell)))
                .Order(Comparer<int[]>.Create((left, right) => world.Space.Compare(left, right))).FirstOrDefault();
            Assert.True(answer.IsDecided);
            Assert.True(smallest is null == answer.Cell is null && smallest.AsSpan().SequenceEqual(answer.Cell), $"seed {seed}: smallest {Words(smallest)}, found {Words(answer.Cell)}");
        }
    }

    private static string Words(int[]? cell) => cell is null ? "none" : string.Join(' ', cell);
}
