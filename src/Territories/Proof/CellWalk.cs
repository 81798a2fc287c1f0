using Bailiwick.Rules;

namespace Bailiwick.Territories.Proof;

/// <summary>The walk of one cell, asked by the conditions themselves: for what boxes do not say.</summary>
internal sealed class CellWalk(RuleSpace rules, ProofTree tree)
{
    /// <summary>Whether a cell walks from a start to a node and no child takes it there.</summary>
    /// <param name="start">Where the walk begins; the top of the layer asks the scope first.</param>
    /// <param name="end">The node.</param>
    /// <param name="cell">The cell.</param>
    public bool Strands(ProofNode start, ProofNode end, int[] cell)
    {
        if (start == tree.Top && start.Rule >= 0 && !rules.Holds(start.Rule, cell))
        {
            return false;
        }

        ProofNode? node = start;
        for (ProofNode? next = node; next is not null;)
        {
            node = next;
            next = node.Children.FirstOrDefault(child => child.Rule >= 0 && rules.Holds(child.Rule, cell)) ?? node.Rest;
        }

        return node == end;
    }

    /// <summary>Whether some child before one takes a cell, asked by conditions.</summary>
    public bool IsTakenBefore(ProofNode parent, ProofNode child, int[] cell) =>
        parent.Children.TakeWhile(each => each != child).Any(each => !each.HasBoxes && rules.Holds(each.Rule, cell));
}
