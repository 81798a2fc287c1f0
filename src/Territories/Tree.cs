using Bailiwick.Rules;

namespace Bailiwick.Territories;

/// <summary>One territory of a tree made ready for walking.</summary>
/// <param name="Territory">The territory.</param>
/// <param name="Index">Its index over all layers.</param>
/// <param name="Parent">Index of its parent, or −1.</param>
/// <param name="Rule">Number of its where; −1 for otherwise and for a territory by name only.</param>
/// <param name="Path">Ids from the top to it, joined by <c>/</c>.</param>
internal sealed record TreeNode(TerritoryNode Territory, int Index, int Parent, int Rule, string Path)
{
    public Siblings Children { get; set; } = Siblings.None;
}

/// <summary>Territories with the same parent, in the order in which they are asked.</summary>
internal sealed record Siblings(TreeNode[] Nodes)
{
    public static Siblings None { get; } = new([]);
}

/// <summary>One layer made ready for walking.</summary>
internal sealed class Tree
{
    private readonly TreeNode?[] all;
    private readonly PlanAnswer?[] answers;

    /// <param name="layer">The layer.</param>
    /// <param name="nodes">The nodes of all layers so far; those of this layer are added.</param>
    /// <param name="numberOf">Gives a rule its number.</param>
    public Tree(Layer layer, List<TreeNode> nodes, Func<Rule, int> numberOf)
    {
        Layer = layer;
        Scope = layer.Scope is null ? -1 : numberOf(layer.Scope);
        int first = nodes.Count;
        Top = Build(layer.Territories, null, nodes, numberOf);
        First = first;
        all = [.. nodes.Skip(first)];
        answers = new PlanAnswer?[(all.Length + 1) * Rules];
        foreach (TreeNode node in all.OfType<TreeNode>())
        {
            foreach (Measures.AccountId account in node.Territory.Accounts)
            {
                Named[account.Value] = node;
            }
        }

        HasFamilies = all.Any(node => node!.Territory.IsFamilyTogether);
    }

    private const int Rules = 7;

    /// <summary>Number of codes that answers of this layer can have.</summary>
    public int Codes => answers.Length;

    public Layer Layer { get; }

    /// <summary>Number of the scope's rule, or −1.</summary>
    public int Scope { get; }

    public Siblings Top { get; }

    /// <summary>Index of the layer's first node over all layers.</summary>
    public int First { get; }

    /// <summary>Account → the node that names it.</summary>
    public Dictionary<string, TreeNode> Named { get; } = new(StringComparer.Ordinal);

    public bool HasFamilies { get; }

    /// <summary>All nodes, parents before children.</summary>
    public IEnumerable<TreeNode> All => all.OfType<TreeNode>();

    public TreeNode NodeAt(int index) => all[index - First]!;

    /// <summary>A node and those above it, from itself up; none for −1.</summary>
    public IEnumerable<TreeNode> PathTo(int node)
    {
        for (int each = node; each >= 0; each = NodeAt(each).Parent)
        {
            yield return NodeAt(each);
        }
    }

    /// <summary>Node and rule as one number, 0 to <see cref="Codes"/> − 1.</summary>
    /// <param name="node">Index of the node over all layers; −1 for none.</param>
    /// <param name="rule">What decided.</param>
    public int CodeOf(int node, MatchRule rule) => ((node < 0 ? 0 : node - First + 1) * Rules) + (int)rule;

    /// <summary>The node of a code over all layers; −1 for none.</summary>
    public int NodeOf(int code) => code < Rules ? -1 : (code / Rules) - 1 + First;

    /// <summary>The rule of a code.</summary>
    public static MatchRule RuleOf(int code) => (MatchRule)(code % Rules);

    /// <summary>The answer in words; made once a code.</summary>
    public PlanAnswer AnswerOf(int code)
    {
        (int node, MatchRule rule) = (NodeOf(code), RuleOf(code));
        return answers[code] ??= new PlanAnswer(
            Layer.Name,
            rule is MatchRule.Gap or MatchRule.OutOfScope ? null : NodeAt(node).Territory.Id,
            rule,
            node < 0 ? "" : NodeAt(node).Path);
    }

    private static Siblings Build(IReadOnlyList<TerritoryNode> territories, TreeNode? parent, List<TreeNode> nodes, Func<Rule, int> numberOf) => new(
    [
        .. territories.Select(territory =>
        {
            string path = parent is null ? territory.Id.Value : $"{parent.Path}/{territory.Id.Value}";
            var node = new TreeNode(territory, nodes.Count, parent?.Index ?? -1, territory.Where is null ? -1 : numberOf(territory.Where), path);
            nodes.Add(node);
            node.Children = Build(territory.Children, node, nodes, numberOf);
            return node;
        }),
    ]);
}
