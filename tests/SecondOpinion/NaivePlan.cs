using System.Collections.Immutable;

namespace Bailiwick.SecondOpinion;

/// <summary>An answer for one account in one layer, as <c>assign</c> writes it.</summary>
/// <param name="Territory">Empty for a gap and out of scope.</param>
/// <param name="Rule">What decided.</param>
/// <param name="Path">Joined by <c>/</c>.</param>
public readonly record struct Answer(string Territory, string Rule, string Path);

/// <summary>The meaning of a plan as the design page says it, sentence by sentence.</summary>
public sealed class NaivePlan(World world)
{
    /// <summary>The answer for an account in a layer.</summary>
    public Answer Of(LayerModel layer, AccountModel account)
    {
        // (1) an override in force
        foreach (OverrideModel forced in world.Plan.Overrides)
        {
            if (forced.Layer == layer.Name && forced.Account == account.Id && !(world.Day < forced.From) && !(world.Day > forced.Until))
            {
                return new Answer(forced.Territory, "override", string.Join('/', PathTo(layer.Nodes, forced.Territory)!.Value));
            }
        }

        // (2) a node that names the account, wherever it stands; a family extends the name to descendants, the nearest named ancestor wins
        if (NameOf(layer, account) is { } naming)
        {
            ImmutableArray<string> path = PathTo(layer.Nodes, naming.Id)!.Value;
            return Down(naming, path, account, "named");
        }

        // (3) else, inside scope, the account walks down the tree
        return layer.Scope is { } scope && !NaiveRule.Holds(scope, account, world.Plan)
            ? new Answer("", "out_of_scope", "")
            : Walk(layer.Nodes, null, [], account);
    }

    /// <summary>The answer of the rules alone when a territory takes nothing itself: what would be its goes on to the next.</summary>
    public Answer Without(string territory, LayerModel layer, AccountModel account) => layer.Scope is { } scope && !NaiveRule.Holds(scope, account, world.Plan)
        ? new Answer("", "out_of_scope", "")
        : Walk(layer.Nodes, null, [], account, territory);

    private NodeModel? NameOf(LayerModel layer, AccountModel account)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? by = account.Id; by is not null && seen.Add(by); by = world.Accounts.LastOrDefault(each => each.Id == by)?["parent"])
        {
            NodeModel? naming = layer.Nodes.SelectMany(top => top.WithDescendants()).FirstOrDefault(node => node.Accounts.Contains(by));
            if (naming is not null && (by == account.Id || naming.IsFamilyTogether))
            {
                return naming;
            }
        }

        return null;
    }

    private Answer Walk(ImmutableArray<NodeModel> children, NodeModel? node, ImmutableArray<string> path, AccountModel account, string? without = null)
    {
        foreach (NodeModel child in children)
        {
            if (child.IsOtherwise || (child.Where is { } where && NaiveRule.Holds(where, account, world.Plan)))
            {
                Answer answer = Down(child, path.Add(child.Id), account, child.IsOtherwise ? "otherwise" : "where", without);
                if (answer.Territory != without)
                {
                    return answer;
                }
            }
        }

        return node?.Keeps == true ? new Answer(node.Id, "keeps", string.Join('/', path)) : new Answer("", "gap", string.Join('/', path));
    }

    private Answer Down(NodeModel node, ImmutableArray<string> path, AccountModel account, string rule, string? without = null) =>
        node.Children.Length == 0 ? new Answer(node.Id, rule, string.Join('/', path)) : Walk(node.Children, node, path, account, without);

    private static ImmutableArray<string>? PathTo(IEnumerable<NodeModel> nodes, string id)
    {
        foreach (NodeModel node in nodes)
        {
            if (node.Id == id)
            {
                return [id];
            }

            if (PathTo(node.Children, id) is { } below)
            {
                return below.Insert(0, node.Id);
            }
        }

        return null;
    }
}
