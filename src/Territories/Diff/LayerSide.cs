using Bailiwick.Rules;

namespace Bailiwick.Territories.Diff;

/// <summary>One layer of one version, asked about some rows.</summary>
/// <param name="tree">The layer.</param>
/// <param name="space">The rules of its plan.</param>
/// <param name="classes">The classes of the rows.</param>
/// <param name="overrideOf">The override in force of an account.</param>
internal sealed class LayerSide(Tree tree, RuleSpace space, RowClasses classes, Func<string, AccountOverride?> overrideOf)
{
    private readonly Dictionary<string, TreeNode> nodes = tree.All.ToDictionary(node => node.Territory.Id.Value, StringComparer.Ordinal);
    private readonly int[] row = new int[space.Axes.Length];
    private int filled = -1;

    public Tree Tree => tree;

    public RowClasses Classes => classes;

    /// <summary>A territory; null when this version has none of this id in the layer.</summary>
    public TreeNode? Find(string territory) => nodes.GetValueOrDefault(territory);

    public AccountOverride? OverrideOf(string account) => overrideOf(account);

    /// <summary>The territory that names an account for another of its family, or for itself.</summary>
    public TreeNode? NameOf(string by, bool isItself) =>
        tree.Named.TryGetValue(by, out TreeNode? node) && (isItself || node.Territory.IsFamilyTogether) ? node : null;

    public Siblings ChildrenOf(TreeNode? node) => node?.Children ?? tree.Top;

    /// <summary>Whether a territory takes a row that comes so far.</summary>
    public bool Takes(TreeNode node, int at) => node.Territory.IsOtherwise || (node.Rule >= 0 && Holds(node.Rule, at));

    public bool IsInScope(int at) => tree.Scope < 0 || Holds(tree.Scope, at);

    private bool Holds(int rule, int at)
    {
        if (filled != at)
        {
            classes.Row(at, row);
            filled = at;
        }

        foreach (Box box in space.BoxesOf(rule) is { IsDefault: false } boxes ? boxes : [])
        {
            if (box.Holds(row))
            {
                return true;
            }
        }

        return space.BoxesOf(rule).IsDefault && space.Holds(rule, row);
    }
}
