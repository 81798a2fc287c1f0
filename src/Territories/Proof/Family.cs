using System.Collections.Immutable;
using System.Numerics;

namespace Bailiwick.Territories.Proof;

/// <summary>The children of a node, compared over what comes as far as they do.</summary>
internal sealed class Family
{
    private readonly BoxBook book;
    private readonly int[] first;

    /// <param name="book">All boxes.</param>
    /// <param name="parent">The node whose children they are.</param>
    /// <param name="reach">What comes so far.</param>
    /// <param name="real">Boxes of which real places consist; none when all are real.</param>
    public Family(BoxBook book, ProofNode parent, Reach reach, IReadOnlyList<int> real)
    {
        (this.book, Parent, Children) = (book, parent, parent.Children);
        (Region, bool isProduct) = HullOf(reach.All);
        Reach = reach with { None = [.. reach.None.Where(box => book.OpenOf(box, Region) is not null)] };
        IsSimple = isProduct && Reach.None.IsEmpty;
        first = new int[Children.Length + 1];
        for (int child = 0; child < Children.Length; child++)
        {
            first[child + 1] = first[child] + Children[child].Boxes.Length;
        }

        ChildOf = new int[first[^1]];
        for (int child = 0; child < Children.Length; child++)
        {
            ChildOf.AsSpan(first[child]..first[child + 1]).Fill(child);
        }

        Matrix = new SiblingMatrix(book, [.. Children.SelectMany(child => child.Boxes)], Region, real);
    }

    public ProofNode Parent { get; }

    /// <summary>Without the one that takes the rest.</summary>
    public ImmutableArray<ProofNode> Children { get; }

    public Reach Reach { get; }

    /// <summary>The smallest region that holds all that comes so far.</summary>
    public ulong[] Region { get; }

    /// <summary>All of the region comes so far.</summary>
    public bool IsSimple { get; }

    /// <summary>The boxes of all children.</summary>
    public SiblingMatrix Matrix { get; }

    /// <summary>Per place of the matrix the child.</summary>
    public int[] ChildOf { get; }

    /// <summary>The place of a child's first box.</summary>
    public int FirstOf(int child) => first[child];

    /// <summary>Boxes of children before one that share a cell of the region with some of these boxes.</summary>
    public List<int> Earlier(int child, IEnumerable<int> boxes)
    {
        var any = new ulong[Matrix.Words];
        var row = new ulong[Matrix.Words];
        foreach (int box in boxes)
        {
            Matrix.Sharing(box, row);
            Bits.Or(any, row);
        }

        var earlier = new List<int>();
        for (int word = 0; word < any.Length && word * 64 < first[child]; word++)
        {
            for (ulong rest = any[word]; rest != 0; rest &= rest - 1)
            {
                int place = (word * 64) + BitOperations.TrailingZeroCount(rest);
                if (place < first[child])
                {
                    earlier.Add(Matrix.Boxes[place]);
                }
            }
        }

        return earlier;
    }

    /// <summary>Boxes before a child that matter to it; for null to the one that takes the rest.</summary>
    public IReadOnlyList<int> Before(int? child) => child is { } number
        ? Earlier(number, Children[number].Boxes)
        : [.. Matrix.Boxes.Where((_, place) => Matrix.IsValid(place))];

    /// <summary>What comes as far as the children of a child; for null of the one that takes the rest.</summary>
    public Reach Into(int? child) => new(child is { } number ? Reach.All.Add(Children[number].Boxes) : Reach.All, [.. Reach.None, .. Before(child)]);

    private (ulong[] Region, bool IsProduct) HullOf(ImmutableArray<IReadOnlyList<int>> all)
    {
        ulong[] region = [.. book.Space.Everything];
        bool isProduct = true;
        foreach (IReadOnlyList<int> list in all)
        {
            ulong[][] parts = [.. list.Select(box => book.Within(region, box)).OfType<ulong[]>()];
            isProduct &= parts.Length == 1;
            region = new ulong[region.Length];
            foreach (ulong[] part in parts)
            {
                Bits.Or(region, part);
            }
        }

        return (region, isProduct);
    }
}
