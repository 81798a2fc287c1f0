using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Rules;
using Bailiwick.Territories.Proof;

namespace Bailiwick.Territories.Tests.Proof;

/// <summary>A random layer over so few cells that each can be looked at, and the walk of a cell as the design page tells it.</summary>
internal sealed class TinyWorld
{
    private readonly Chance chance;

    public TinyWorld(ulong seed)
    {
        chance = new Chance(seed);
        ImmutableArray<ImmutableArray<int>> columns = [.. Enumerable.Range(0, 2 + chance.Next(3)).Select(_ => Enumerable.Range(0, 1 + chance.Next(4)).Select(each => each == 0 ? 0 : 1 + chance.Next(2)).ToImmutableArray())];
        Sizes = [.. columns.Select(axis => axis.Length)];
        Space = new ProofSpace(
            columns,
            chance.Next(3) == 0 ? Boxes(1 + chance.Next(2), 3) : [],
            chance.Next(2) == 0 ? [Box.Everything] : Boxes(1 + chance.Next(3), 2));
        Scope = chance.Next(2) == 0 ? null : new NodeShape(Boxes(1 + chance.Next(2), 1), false, false, []);
        Territories = Siblings(3);
    }

    public ImmutableArray<int> Sizes { get; }

    public ProofSpace Space { get; }

    public NodeShape? Scope { get; }

    public ImmutableArray<NodeShape> Territories { get; }

    /// <summary>Every combination of classes that a row can be in.</summary>
    public IEnumerable<int[]> Possible => Cells.Where(cell => !Space.Impossible.Any(box => box.Holds(cell)));

    public IEnumerable<int[]> Cells
    {
        get
        {
            IEnumerable<ImmutableArray<int>> cells = [[]];
            foreach (int size in Sizes)
            {
                cells = cells.SelectMany(cell => Enumerable.Range(0, size).Select(each => cell.Add(each)));
            }

            return cells.Select(cell => cell.ToArray());
        }
    }

    public bool IsReal(int[] cell) => Space.Real.Any(box => box.Holds(cell));

    public bool IsInScope(int[] cell) => Scope is null || Holds(Scope, cell);

    public static bool Holds(NodeShape shape, int[] cell) => shape.IsRest || shape.Boxes.Any(box => box.Holds(cell));

    /// <summary>The territories walked; the last is null when none of the children took the cell and nobody keeps it.</summary>
    public static List<NodeShape?> Walk(IEnumerable<NodeShape> children, int[] cell)
    {
        var path = new List<NodeShape?>();
        NodeShape? node = null;
        for (ImmutableArray<NodeShape> asked = [.. children]; asked.Length > 0 || node is null; asked = node.Children)
        {
            NodeShape? next = asked.FirstOrDefault(child => Holds(child, cell));
            if (next is null)
            {
                if (node?.Keeps != true)
                {
                    path.Add(null);
                }

                return path;
            }

            path.Add(node = next);
        }

        return path;
    }

    public static IEnumerable<NodeShape> All(IEnumerable<NodeShape> shapes) => shapes.SelectMany(shape => All(shape.Children).Prepend(shape));

    public Box RandomBox(int sides) => Box.Of(Enumerable.Range(0, sides).Select(_ => chance.Next(Sizes.Length)).Distinct().Select(axis => new BoxSide(axis, RandomSet(Sizes[axis]))))!;

    public ImmutableArray<Box> Boxes(int count, int sides) => [.. Enumerable.Range(0, count).Select(_ => RandomBox(sides))];

    private ClassSet RandomSet(int size)
    {
        ClassSet set = ClassSet.Of(size, Enumerable.Range(0, size).Where(_ => chance.Next(2) == 0));
        return set.IsEmpty ? ClassSet.Of(size, [chance.Next(size)]) : set;
    }

    private ImmutableArray<NodeShape> Siblings(int depth)
    {
        int count = 1 + chance.Next(4);
        ImmutableArray<NodeShape>.Builder shapes = ImmutableArray.CreateBuilder<NodeShape>();
        for (int each = 0; each < count; each++)
        {
            bool isRest = each == count - 1 && chance.Next(3) == 0;
            ImmutableArray<Box> boxes = isRest || chance.Next(8) == 0 ? [] : Boxes(1 + chance.Next(2), 1 + chance.Next(3));
            shapes.Add(new NodeShape(boxes, isRest, chance.Next(3) == 0, depth > 0 && chance.Next(3) == 0 ? Siblings(depth - 1) : [])
            {
                Territory = new TerritoryNode(new TerritoryId(string.Create(CultureInfo.InvariantCulture, $"t{made++}")), "", null, isRest, [], false, false, [], Place.None),
            });
        }

        return shapes.ToImmutable();
    }

    private int made;
}
