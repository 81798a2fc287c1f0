using System.Collections.Immutable;

namespace Bailiwick.SecondOpinion;

/// <summary>Makes a failing world smaller while it still fails: fewer layers, territories, conditions, accounts, columns.</summary>
public static class Shrinking
{
    private const int MostTries = 20_000;

    /// <summary>A smallest world that still fails, by taking away one thing after the other.</summary>
    /// <param name="world">A world that fails.</param>
    /// <param name="fails">Whether a world fails. A plan that cannot be read does not.</param>
    public static World Of(World world, Func<World, bool> fails)
    {
        int tries = 0;
        while (tries < MostTries)
        {
            World? smaller = Smaller(world).TakeWhile(_ => tries++ < MostTries).FirstOrDefault(fails);
            if (smaller is null)
            {
                break;
            }

            world = smaller;
        }

        return world;
    }

    // The largest cuts first. An account may go while others name it.
    private static IEnumerable<World> Smaller(World world)
    {
        PlanModel plan = world.Plan;
        foreach (int half in (int[])[world.Accounts.Length / 2, 1])
        {
            for (int at = 0; half > 0 && at + half <= world.Accounts.Length; at += half)
            {
                yield return world with { Accounts = world.Accounts.RemoveRange(at, half) };
            }
        }

        foreach (LayerModel layer in plan.Layers.Where(_ => plan.Layers.Length > 1))
        {
            yield return world with { Plan = plan with { Layers = plan.Layers.Remove(layer), Overrides = plan.Overrides.RemoveAll(each => each.Layer == layer.Name) } };
        }

        foreach (OverrideModel each in plan.Overrides)
        {
            yield return world with { Plan = plan with { Overrides = plan.Overrides.Remove(each) } };
        }

        foreach (PlanModel smaller in plan.Layers.SelectMany(layer => Smaller(layer).Select(other => plan with { Layers = plan.Layers.Replace(layer, other) })))
        {
            yield return world with { Plan = smaller };
        }

        foreach (string file in plan.Lists.Keys)
        {
            foreach (string value in plan.Lists[file])
            {
                yield return world with { Plan = plan with { Lists = plan.Lists.SetItem(file, plan.Lists[file].Remove(value)) } };
            }
        }

        foreach (AccountModel account in world.Accounts)
        {
            foreach (string column in account.Cells.Keys.Where(column => column != "id"))
            {
                yield return world with { Accounts = world.Accounts.Replace(account, new AccountModel(account.Cells.Remove(column))) };
            }
        }
    }

    private static IEnumerable<LayerModel> Smaller(LayerModel layer) =>
        (layer.Scope is null ? [] : Smaller(layer.Scope).Select(scope => layer with { Scope = scope }).Prepend(layer with { Scope = null }))
            .Concat(Smaller(layer.Nodes).Where(nodes => nodes.Length > 0).Select(nodes => layer with { Nodes = nodes }));

    // Without a node, with its children in its place, or with the node made smaller.
    private static IEnumerable<ImmutableArray<NodeModel>> Smaller(ImmutableArray<NodeModel> nodes)
    {
        foreach (NodeModel node in nodes)
        {
            int at = nodes.IndexOf(node);
            yield return nodes.RemoveAt(at);
            if (node.Children.Length > 0)
            {
                yield return nodes.RemoveAt(at).InsertRange(at, node.Children);
                yield return nodes.SetItem(at, node with { Children = [] });
            }
        }

        foreach (NodeModel node in nodes)
        {
            foreach (NodeModel smaller in Smaller(node))
            {
                yield return nodes.SetItem(nodes.IndexOf(node), smaller);
            }
        }
    }

    private static IEnumerable<NodeModel> Smaller(NodeModel node)
    {
        foreach (string account in node.Accounts)
        {
            yield return node with { Accounts = node.Accounts.Remove(account) };
        }

        foreach (NodeModel plainer in (NodeModel[])[node with { IsFamilyTogether = false }, node with { Keeps = false }])
        {
            if (plainer != node)
            {
                yield return plainer;
            }
        }

        foreach (Condition where in node.Where is null ? [] : Smaller(node.Where))
        {
            yield return node with { Where = where };
        }

        foreach (ImmutableArray<NodeModel> children in Smaller(node.Children))
        {
            yield return node with { Children = children };
        }
    }

    private static IEnumerable<Condition> Smaller(Condition condition) => condition switch
    {
        All all => all.Parts.Concat(Smaller(all.Parts).Where(parts => parts.Length > 1).Select(parts => new All(parts))),
        Any any => any.Parts.Concat(Smaller(any.Parts).Where(parts => parts.Length > 1).Select(parts => new Any(parts))),
        Not not => Smaller(not.Inner).Select(inner => (Condition)new Not(inner)).Prepend(not.Inner),
        Ask { IsNegated: true } ask => [ask with { IsNegated = false }],
        Ask { Values.Length: > 1, Asked: "in" } ask => ask.Values.Select(value => ask with { Values = ask.Values.Remove(value) }),
        _ => [],
    };

    private static IEnumerable<ImmutableArray<Condition>> Smaller(ImmutableArray<Condition> parts) =>
        parts.Select(parts.Remove).Concat(parts.SelectMany(part => Smaller(part).Select(smaller => parts.Replace(part, smaller))));
}
