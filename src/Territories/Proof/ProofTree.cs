using System.Collections.Immutable;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Proof;

/// <summary>What a proof walks for one layer: first what no row can be, then the scope, then the territories.</summary>
internal sealed class ProofTree
{
    /// <param name="space">The space.</param>
    /// <param name="scope">The scope, without children; null when the layer has none.</param>
    /// <param name="territories">The territories at the top, in the order in which they are asked.</param>
    public ProofTree(ProofSpace space, NodeShape? scope, ImmutableArray<NodeShape> territories)
        : this(new BoxBook(space), scope, territories)
    {
    }

    /// <param name="book">Takes the boxes; those of another tree may stand in it.</param>
    /// <param name="scope">The scope, without children; null when the layer has none.</param>
    /// <param name="territories">The territories at the top, in the order in which they are asked.</param>
    public ProofTree(BoxBook book, NodeShape? scope, ImmutableArray<NodeShape> territories)
    {
        Book = book;
        ProofSpace space = book.Space;
        Impossible = new ProofNode([], null) { Boxes = Add(space.Impossible) };
        Real = Add(space.Real);
        IsRealEverything = Real.Any(box => Book.MaskOf(box) == 0);
        // A scope without boxes lets everything in: what is found then is asked once more by conditions.
        NodeShape top = scope is { Boxes.IsDefault: true } ? scope with { Boxes = [Box.Everything] } : scope ?? new NodeShape([], false, false, []);
        HasScope = scope is not null;
        HasScopeBoxes = scope is not { Boxes.IsDefault: true };
        Top = NodeOfShape(top with { Children = territories, Keeps = false }, leavesGap: true);
        Root = scope is null ? new ProofNode([Impossible], Top) : new ProofNode([Impossible, Top], null);
        Root.Adopt();
        NodeOf = new ProofNode[Book.Count];
        foreach (ProofNode node in Root.WithDescendants())
        {
            foreach (int box in node.Boxes)
            {
                NodeOf[box] = node;
            }
        }
    }

    /// <summary>All boxes.</summary>
    public BoxBook Book { get; }

    /// <summary>Asks first for what cannot be, then for the scope. What neither takes is out of scope.</summary>
    public ProofNode Root { get; }

    /// <summary>Its children are the territories at the top.</summary>
    public ProofNode Top { get; }

    /// <summary>The layer has a scope.</summary>
    public bool HasScope { get; }

    /// <summary>False when the scope needs too many boxes; it lets everything in then.</summary>
    public bool HasScopeBoxes { get; }

    /// <summary>Takes what no row can be.</summary>
    public ProofNode Impossible { get; }

    /// <summary>Numbers of the boxes of which real places consist.</summary>
    public ImmutableArray<int> Real { get; }

    /// <summary>Nothing is left out: geography has no say.</summary>
    public bool IsRealEverything { get; }

    /// <summary>Per box the node that it leads to; null for boxes that lead nowhere.</summary>
    public ProofNode[] NodeOf { get; }

    /// <summary>The walk of accounts that a node names: it begins there, whatever scope and wheres above say.</summary>
    public ProofNode BeginAt(ProofNode named) => new([Impossible], named);

    private ImmutableArray<int> Add(ImmutableArray<Box> boxes) => [.. boxes.Select(Book.Add)];

    private ProofNode NodeOfShape(NodeShape shape, bool leavesGap)
    {
        // After it may stand only territories by name.
        ProofNode? rest = shape.Children.FirstOrDefault(child => child.IsRest) is { } taking ? NodeOfShape(taking, leavesGap: false) : null;
        return new ProofNode([.. shape.Children.Where(child => !child.IsRest).Select(child => NodeOfShape(child, leavesGap: false))], rest)
        {
            Territory = shape.Territory,
            Rule = shape.Rule,
            Boxes = shape.Boxes.IsDefault ? [] : Add(shape.Boxes),
            HasBoxes = !shape.Boxes.IsDefault,
            LeavesGap = rest is null && !shape.Keeps && (leavesGap || shape.Children.Length > 0),
        };
    }
}
