using System.Collections.Immutable;

namespace Bailiwick.SecondOpinion;

/// <summary>An earlier version of a plan with some of the edits that lead to a later one.</summary>
/// <param name="before">The earlier version.</param>
/// <param name="after">The later version.</param>
public sealed class PlanMix(World before, World after)
{
    /// <summary>The earlier version with these edits of one layer, named as <c>plan diff</c> names them.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="edits">Kind and territory.</param>
    public (World World, LayerModel Layer) With(string layer, IReadOnlyCollection<(string Kind, string Territory)> edits)
    {
        (LayerModel was, LayerModel now) = (LayerOf(before, layer), LayerOf(after, layer));
        var top = new Node(null) { Children = [.. was.Nodes.Select(Node.Of)] };
        Change(top, now, edits);
        bool Has(string kind) => edits.Any(edit => edit.Kind == kind);
        LayerModel mixed = was with { Scope = Has("scope") ? now.Scope : was.Scope, Nodes = [.. top.Children.Select(child => child.Model)] };
        ImmutableArray<OverrideModel> overrides = Has("override") ? after.Plan.Overrides : before.Plan.Overrides;
        // One into a territory that is not there would be a mistake of the plan.
        var there = top.Below.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        return (before with { Plan = before.Plan with { Layers = [mixed], Overrides = [.. overrides.Where(each => each.Layer == layer && there.Contains(each.Territory))] } }, mixed);
    }

    private static void Change(Node top, LayerModel now, IReadOnlyCollection<(string Kind, string Territory)> edits)
    {
        var earlier = top.Below.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var later = now.Nodes.SelectMany(node => node.WithDescendants()).ToDictionary(node => node.Id, StringComparer.Ordinal);
        foreach ((_, string gone) in edits.Where(edit => edit.Kind == "removed"))
        {
            top.Take(gone);
        }

        var loose = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach ((_, string moved) in edits.Where(edit => edit.Kind is "moved" or "order"))
        {
            // One may stand below another that moves.
            loose[moved] = loose.Values.Prepend(top).Select(node => node.Take(moved)).FirstOrDefault(taken => taken is not null) ?? earlier[moved];
        }

        foreach ((_, string fresh) in edits.Where(edit => edit.Kind == "added"))
        {
            loose[fresh] = Node.New(later[fresh], earlier.Keys);
        }

        Place(top, top, now.Nodes, loose);
        foreach ((string kind, string territory) in edits.Where(edit => edit.Kind is "where" or "keeps" or "names"))
        {
            Node node = earlier[territory];
            NodeModel other = later[territory];
            node.Own = kind switch
            {
                "where" => node.Own! with { Where = other.Where, IsOtherwise = other.IsOtherwise },
                "keeps" => node.Own! with { Keeps = other.Keeps },
                _ => node.Own! with { Accounts = other.Accounts, IsFamilyTogether = other.IsFamilyTogether },
            };
        }
    }

    // In the later order, each before the first sibling that it now precedes.
    private static void Place(Node top, Node parent, ImmutableArray<NodeModel> family, Dictionary<string, Node> loose)
    {
        for (int place = 0; place < family.Length; place++)
        {
            if (loose.TryGetValue(family[place].Id, out Node? node))
            {
                int at = parent.Children.FindIndex(child => family.Skip(place + 1).Any(next => next.Id == child.Id));
                parent.Children.Insert(at < 0 ? parent.Children.Count : at, node);
            }
        }

        foreach (NodeModel each in family)
        {
            if (top.Below.FirstOrDefault(node => node.Id == each.Id) is { } same)
            {
                Place(top, same, each.Children, loose);
            }
        }
    }

    private static LayerModel LayerOf(World world, string layer) => world.Plan.Layers.Single(each => each.Name == layer);

    private sealed class Node(NodeModel? own)
    {
        public NodeModel? Own { get; set; } = own;

        public List<Node> Children { get; init; } = [];

        public string Id => Own!.Id;

        public IEnumerable<Node> Below => Children.SelectMany(child => child.Below.Prepend(child));

        public NodeModel Model => Own! with { Children = [.. Children.Select(child => child.Model)] };

        public static Node Of(NodeModel model) => new(model) { Children = [.. model.Children.Select(Of)] };

        // What is there already is not new.
        public static Node New(NodeModel model, ICollection<string> known) =>
            new(model) { Children = [.. model.Children.Where(child => !known.Contains(child.Id)).Select(child => New(child, known))] };

        public Node? Take(string id)
        {
            if (Children.Find(child => child.Id == id) is { } own)
            {
                Children.Remove(own);
                return own;
            }

            return Children.Select(child => child.Take(id)).FirstOrDefault(taken => taken is not null);
        }
    }
}
