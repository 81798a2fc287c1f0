using System.Globalization;
using System.Text;
using Bailiwick.Rules.Sql;

namespace Bailiwick.Territories.Sql;

/// <summary>Writes a layer as a query: the accounts walk down the tree, all of them one level at a time.</summary>
/// <remarks>
/// A level says where each account stands: above zero it has its answer (<see cref="Tree.CodeOf"/>), else it stands at the node of that negative
/// number, zero being above the top. So each group of siblings stands in the text once, though names let accounts in at every level.
/// </remarks>
internal sealed class LayerQuery
{
    private readonly LayerColumns layer;
    private readonly RuleSql rules;
    private readonly SortedSet<int> used = [];

    /// <param name="layer">The layer and its columns.</param>
    /// <param name="rules">The conditions.</param>
    /// <param name="overrides">Accounts placed by hand.</param>
    public LayerQuery(LayerColumns layer, RuleSql rules, IEnumerable<AccountOverride> overrides)
    {
        (this.layer, this.rules) = (layer, rules);
        var text = new StringBuilder(Start(overrides));
        int step = 0;
        for (TreeNode?[] inner = [null]; inner.Length > 0; inner = [.. inner.SelectMany(node => ChildrenOf(node)).Where(child => child.Children.Nodes.Length > 0)])
        {
            step++;
            text.Append(Level(step, inner));
        }

        Text = $"""
            WITH {text}answers(answer, territory, rule, path) AS (VALUES
            {string.Join(",\n", used.Select(Answer))}
            )
            SELECT s."account", {SqlText.Quote(Tree.Layer.Name)} AS layer, a.territory, a.rule, a.path
            FROM step_{step} AS s
            JOIN answers AS a ON a.answer = s."at {step}"
            """.ReplaceLineEndings("\n");
    }

    /// <summary>The query.</summary>
    public string Text { get; }

    private Tree Tree => layer.Tree;

    // Materialised: PostgreSQL would write a level's text into the next one, twice.
    private string Start(IEnumerable<AccountOverride> overrides)
    {
        string forced = SqlText.Name(layer.Override);
        string named = SqlText.Name(layer.Named);
        TreeNode[] placed = [.. overrides.Where(each => each.Layer == Tree.Layer.Name).Select(each => NodeOf(each.Territory.Value)).DistinctBy(node => node.Index)];
        TreeNode[] naming = [.. Tree.Named.Values.DistinctBy(node => node.Index).OrderBy(node => node.Index)];
        List<(string When, string Then)> whens =
        [
            .. placed.Select(node => ($"{forced} = {SqlText.Quote(node.Territory.Id.Value)}", Use(node, MatchRule.Override))),
            .. naming.Select(node => ($"{named} = {SqlText.Quote(node.Territory.Id.Value)}", Into(node, MatchRule.Named))),
        ];
        if (Tree.Scope >= 0)
        {
            whens.Add(($"({rules.TextOf(Tree.Scope)}) IS NOT TRUE", Use(null, MatchRule.OutOfScope)));
        }

        return $"step_0 AS MATERIALIZED (\nSELECT *, {SqlText.Case(whens, "0")} AS \"at 0\"\nFROM {PlanSql.Table}\n),\n";
    }

    private string Level(int step, TreeNode?[] inner)
    {
        string at = $"\"at {step - 1}\"";
        List<(string When, string Then)> whens = [.. inner.Select(node => ($"{at} = {StandsAt(node)}", Siblings(node)))];
        return string.Create(CultureInfo.InvariantCulture, $"step_{step} AS MATERIALIZED (\nSELECT *, {SqlText.Case(whens, at)} AS \"at {step}\"\nFROM step_{step - 1}\n),\n");
    }

    private string Siblings(TreeNode? parent)
    {
        List<(string When, string Then)> whens = [];
        string other = parent is { Territory.Keeps: true } ? Use(parent, MatchRule.Keeps) : Use(parent, MatchRule.Gap);
        foreach (TreeNode child in ChildrenOf(parent))
        {
            if (child.Territory.IsOtherwise)
            {
                other = Into(child, MatchRule.Otherwise);
            }
            else if (child.Rule >= 0)
            {
                whens.Add((rules.TextOf(child.Rule), Into(child, MatchRule.Where)));
            }
        }

        return SqlText.Case(whens, other);
    }

    // What takes a node takes it as its answer, or goes on below it.
    private string Into(TreeNode node, MatchRule rule) => node.Children.Nodes.Length == 0 ? Use(node, rule) : $"{StandsAt(node)} {SqlText.Comment(node.Territory.Id.Value)}";

    private string Use(TreeNode? node, MatchRule rule)
    {
        int code = Tree.CodeOf(node?.Index ?? -1, rule);
        used.Add(code);
        return $"{code.ToString(CultureInfo.InvariantCulture)} {SqlText.Comment($"{node?.Territory.Id.Value} {PlanAnswer.NameOf(rule)}".Trim())}";
    }

    private string Answer(int code)
    {
        PlanAnswer answer = Tree.AnswerOf(code);
        string territory = answer.Territory is { } id ? SqlText.Quote(id.Value) : "CAST(NULL AS text)";
        return $"({code.ToString(CultureInfo.InvariantCulture)}, {territory}, '{answer.RuleName}', {SqlText.Quote(answer.Path)})";
    }

    private string StandsAt(TreeNode? node) => node is null ? "0" : (Tree.First - node.Index - 1).ToString(CultureInfo.InvariantCulture);

    private TreeNode[] ChildrenOf(TreeNode? node) => (node?.Children ?? Tree.Top).Nodes;

    private TreeNode NodeOf(string id) => Tree.Top.Nodes.SelectMany(WithDescendants).First(node => node.Territory.Id.Value == id);

    private static IEnumerable<TreeNode> WithDescendants(TreeNode node) => node.Children.Nodes.SelectMany(WithDescendants).Prepend(node);
}
