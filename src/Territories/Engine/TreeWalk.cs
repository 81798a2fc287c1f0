namespace Bailiwick.Territories.Engine;

/// <summary>Walks a tree rule by rule, by the conditions: where rules have no boxes, and for a second opinion.</summary>
internal static class TreeWalk
{
    /// <summary>Goes on where a list could not tell.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="ask">From where on.</param>
    /// <param name="holds">Whether a rule holds for the row, by its number.</param>
    /// <param name="without">A territory that takes nothing, by its index, unless it keeps what its children leave.</param>
    public static Landing From(Tree tree, Landing ask, Func<int, bool> holds, int without = -1)
    {
        if (ask.Rule == MatchRule.OutOfScope && !holds(tree.Scope))
        {
            return new Landing(-1, MatchRule.OutOfScope);
        }

        TreeNode? node = ask.Node < 0 ? null : tree.NodeAt(ask.Node);
        TreeNode[] children = node?.Children.Nodes ?? tree.Top.Nodes;
        for (int from = ask.AskFrom; ; from = 0)
        {
            TreeNode? taker = Array.Find(children[from..], child => (child.Index != without || child.Children.Nodes.Length > 0) && (child.Territory.IsOtherwise || (child.Rule >= 0 && holds(child.Rule))));
            if (taker is null)
            {
                return new Landing(node?.Index ?? -1, node?.Territory.Keeps == true ? MatchRule.Keeps : MatchRule.Gap);
            }

            (node, children) = (taker, taker.Children.Nodes);
            if (children.Length == 0)
            {
                return new Landing(node.Index, node.Territory.IsOtherwise ? MatchRule.Otherwise : MatchRule.Where);
            }
        }
    }
}
