using Bailiwick.Rules;

namespace Bailiwick.Territories.Proof;

/// <summary>The walk of one cell, asked by the conditions themselves: for what boxes do not say.</summary>
internal sealed class CellWalk(RuleSpace rules, ProofTree tree)
{
    /// <summary>Whether a cell walks from a start to a node and no child takes it there.</summary>
    /// <param name="start">Where the walk begins; the top of the layer asks the scope first.</param>
    /// <param name="end">The node.</param>
    /// <param name="cell">The cell.</param>
    public bool Strands(ProofNode start, ProofNode end, int[] cell) => (start != tree.Top || IsInScope(cell)) && EndOf(start, cell) == end;

    /// <summary>Where a cell ends that walks in from the top.</summary>
    public ProofNode End(int[] cell) => IsInScope(cell) ? EndOf(tree.Top, cell) : tree.Root;

    private bool IsInScope(int[] cell) => tree.Top.Rule < 0 || rules.Holds(tree.Top.Rule, cell);

    private ProofNode EndOf(ProofNode start, int[] cell)
    {
        ProofNode node = start;
        while ((node.Children.FirstOrDefault(child => child.Rule >= 0 && rules.Holds(child.Rule, cell)) ?? node.Rest) is { } next)
        {
            node = next;
        }

        return node;
    }

    /// <summary>Whether some child before one takes a cell, asked by conditions.</summary>
    public bool IsTakenBefore(ProofNode parent, ProofNode child, int[] cell) =>
        parent.Children.TakeWhile(each => each != child).Any(each => !each.HasBoxes && rules.Holds(each.Rule, cell));
}
