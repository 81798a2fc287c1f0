using System.Collections.Frozen;
using System.Collections.Immutable;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Engine;

/// <summary>The boxes of a layer's rules; default where a rule needs too many.</summary>
/// <param name="Of">The boxes of a rule, by its number.</param>
/// <param name="Without">The boxes of a rule's negation.</param>
internal sealed record RuleBoxes(Func<int, ImmutableArray<Box>> Of, Func<int, ImmutableArray<Box>> Without);

/// <summary>A layer's tree → its list.</summary>
/// <remarks>
/// Children stand before what their parent does with the rest, each cut with all boxes on the way down; so the first box that holds a row is where
/// the walk would end. Cutting multiplies boxes level by level: what would grow past the limits is asked by conditions instead.
/// </remarks>
internal sealed class Flattening
{
    private readonly Tree tree;
    private readonly RuleBoxes rules;
    private readonly EngineOptions options;
    private readonly List<Box> boxes = [];
    private readonly List<int> codes = [];
    private readonly List<Landing> landings = [];
    private readonly Dictionary<Landing, int> codeOf = [];
    private long cuts;

    private Flattening(Tree tree, RuleBoxes rules, EngineOptions options) => (this.tree, this.rules, this.options) = (tree, rules, options);

    public static LayerList Of(Tree tree, RuleBoxes rules, EngineOptions options) => new Flattening(tree, rules, options).Flatten();

    private LayerList Flatten()
    {
        ImmutableArray<Box> everything = [Box.Everything];
        if (tree.Scope >= 0)
        {
            ImmutableArray<Box> outside = rules.Without(tree.Scope);
            Add(outside.IsDefault ? everything : outside, outside.IsDefault ? Landing.AskScope : new Landing(-1, MatchRule.OutOfScope));
        }

        int withoutScope = boxes.Count;
        AddChildren(null, everything);
        var starts = new Dictionary<int, int>();
        foreach (TreeNode node in tree.Named.Values.Where(node => node.Children.Nodes.Length > 0).DistinctBy(node => node.Index).OrderBy(node => node.Index))
        {
            starts[node.Index] = boxes.Count;
            AddChildren(node, everything);
        }

        return new LayerList([.. boxes], [.. codes], [.. landings], withoutScope, starts.ToFrozenDictionary());
    }

    private void AddChildren(TreeNode? parent, ImmutableArray<Box> path)
    {
        TreeNode[] children = parent?.Children.Nodes ?? tree.Top.Nodes;
        for (int place = 0; place < children.Length; place++)
        {
            TreeNode child = children[place];
            if (child.Territory.IsOtherwise)
            {
                AddNode(child, MatchRule.Otherwise, path);
                return;
            }

            if (child.Rule < 0)
            {
                continue;
            }

            ImmutableArray<Box> own = rules.Of(child.Rule);
            if (own.IsDefault || boxes.Count + path.Length > options.MostBoxes || (cuts += (long)path.Length * own.Length) > options.MostCuts)
            {
                Add(path, Landing.Ask(parent?.Index ?? -1, place));
                return;
            }

            AddNode(child, MatchRule.Where, Cut(path, own));
        }

        Add(path, new Landing(parent?.Index ?? -1, parent?.Territory.Keeps == true ? MatchRule.Keeps : MatchRule.Gap));
    }

    private void AddNode(TreeNode node, MatchRule rule, ImmutableArray<Box> own)
    {
        if (own.IsEmpty)
        {
            return;
        }

        if (node.Children.Nodes.Length == 0)
        {
            Add(own, new Landing(node.Index, rule));
        }
        else
        {
            AddChildren(node, own);
        }
    }

    private void Add(ImmutableArray<Box> held, Landing landing)
    {
        if (!codeOf.TryGetValue(landing, out int code))
        {
            codeOf[landing] = code = landings.Count;
            landings.Add(landing);
        }

        boxes.AddRange(held);
        codes.AddRange(Enumerable.Repeat(code, held.Length));
    }

    private static ImmutableArray<Box> Cut(ImmutableArray<Box> path, ImmutableArray<Box> own)
    {
        if (path is [{ Sides.IsEmpty: true }])
        {
            return own;
        }

        ImmutableArray<Box>.Builder cut = ImmutableArray.CreateBuilder<Box>();
        foreach (Box above in path)
        {
            foreach (Box box in own)
            {
                if (box.And(above) is { } both)
                {
                    cut.Add(both);
                }
            }
        }

        return cut.ToImmutable();
    }
}
