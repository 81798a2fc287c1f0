using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Measures;

namespace Bailiwick.SecondOpinion;

/// <summary>A later version of a plan, by seeded chance: one to three edits of any kind. Conditions are those that the plan has already.</summary>
public static class RandomEdits
{
    /// <summary>The later version. It may be one that cannot be read.</summary>
    public static World Of(World world)
    {
        var chance = new Chance(world.Seed ^ 0x5DEECE66D);
        for (int edit = 1 + chance.Next(3); edit > 0 && world.Accounts.Length > 0 && world.Plan.Layers.All(layer => layer.Nodes.Length > 0); edit--)
        {
            world = world with { Plan = Edited(world, chance, edit) };
        }

        return world;
    }

    private static PlanModel Edited(World world, Chance chance, int number)
    {
        PlanModel plan = world.Plan;
        LayerModel layer = plan.Layers[chance.Next(plan.Layers.Length)];
        NodeModel[] nodes = [.. layer.Nodes.SelectMany(node => node.WithDescendants())];
        Condition[] pool = [.. plan.Layers.SelectMany(each => each.Nodes.SelectMany(node => node.WithDescendants()).Select(node => node.Where).Append(each.Scope)).OfType<Condition>()];
        NodeModel node = nodes[chance.Next(nodes.Length)];
        Condition Some() => pool.Length == 0 ? new Ask("country", null, "is known", false, []) : pool[chance.Next(pool.Length)];
        PlanModel With(LayerModel other) => plan with { Layers = plan.Layers.Replace(layer, other) };
        PlanModel Changed(Func<NodeModel, NodeModel> change) => With(layer with { Nodes = Replaced(layer.Nodes, node.Id, one => [change(one)]) });
        switch (chance.Next(12))
        {
            case 0 or 1: return Changed(one => one with { Where = Another(one.Where, Some(), chance), IsOtherwise = false });
            case 2: return With(layer with { Nodes = Replaced(layer.Nodes, node.Id, _ => []) }) with { Overrides = plan.Overrides.RemoveAll(each => node.WithDescendants().Any(gone => gone.Id == each.Territory)) };
            case 3: return With(layer with { Nodes = Replaced(layer.Nodes, node.Id, one => [New(Some(), chance, number), one]) });
            case 4: return Changed(one => one with { Children = one.Children.Insert(0, New(Some(), chance, number)) });
            case 5: return With(layer with { Nodes = Swapped(layer.Nodes, node.Id, chance) });
            case 6: return Changed(one => one with { Keeps = !one.Keeps });
            case 7: return Changed(one => one with { IsFamilyTogether = !one.IsFamilyTogether });
            case 8: return Named(plan, layer, node, world.Accounts[chance.Next(world.Accounts.Length)].Id);
            case 9: return plan with { Overrides = [.. plan.Overrides.Where(_ => chance.Next(3) > 0), new OverrideModel(world.Accounts[chance.Next(world.Accounts.Length)].Id, layer.Name, node.Id, null, null)] };
            case 10: return With(chance.Next(3) == 0 ? layer with { Name = layer.Name + " 2" } : layer with { Scope = chance.Next(2) == 0 ? null : Another(layer.Scope, Some(), chance) });
            default:
                NodeModel[] targets = [.. nodes.Where(each => node.WithDescendants().All(own => own.Id != each.Id))];
                return targets.Length == 0 ? plan : Moved(With, layer, node, targets[chance.Next(targets.Length)]);
        }
    }

    private static PlanModel Moved(Func<LayerModel, PlanModel> with, LayerModel layer, NodeModel node, NodeModel target) => with(layer with
    {
        Nodes = Replaced(Replaced(layer.Nodes, node.Id, _ => []), target.Id, one => [one with { Children = one.Children.Insert(0, node) }]),
    });

    // The account goes from where it is named to the node.
    private static PlanModel Named(PlanModel plan, LayerModel layer, NodeModel node, string account)
    {
        ImmutableArray<NodeModel> nodes = layer.Nodes;
        foreach (NodeModel naming in layer.Nodes.SelectMany(each => each.WithDescendants()).Where(each => each.Accounts.Contains(account)))
        {
            nodes = Replaced(nodes, naming.Id, one => [one with { Accounts = one.Accounts.Remove(account) }]);
        }

        nodes = Replaced(nodes, node.Id, one => [one with { Accounts = one.Accounts.Add(account) }]);
        return plan with { Layers = plan.Layers.Replace(layer, layer with { Nodes = nodes }) };
    }

    private static NodeModel New(Condition where, Chance chance, int number)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"new{number}");
        NodeModel[] below = chance.Next(3) == 0 ? [new NodeModel(id + "-below", where, false, [], false, false, [])] : [];
        return new NodeModel(id, where, false, [], false, chance.Next(2) == 0, [.. below]);
    }

    private static Condition Another(Condition? where, Condition other, Chance chance) => (where, chance.Next(4)) switch
    {
        ({ } own, 0) => new Not(own),
        ({ } own, 1) => new Any([own, other]),
        ({ } own, 2) => new All([own, other]),
        _ => other,
    };

    private static ImmutableArray<NodeModel> Swapped(ImmutableArray<NodeModel> nodes, string id, Chance chance)
    {
        int place = nodes.Select(node => node.Id).ToList().IndexOf(id);
        if (place < 0)
        {
            return [.. nodes.Select(node => node with { Children = Swapped(node.Children, id, chance) })];
        }

        // What takes the rest stays where it is.
        int other = chance.Next(nodes.Length);
        return nodes[place].IsOtherwise || nodes[other].IsOtherwise ? nodes : nodes.SetItem(place, nodes[other]).SetItem(other, nodes[place]);
    }

    private static ImmutableArray<NodeModel> Replaced(ImmutableArray<NodeModel> nodes, string id, Func<NodeModel, ImmutableArray<NodeModel>> by) =>
        [.. nodes.SelectMany(node => node.Id == id ? by(node) : [node with { Children = Replaced(node.Children, id, by) }])];
}
