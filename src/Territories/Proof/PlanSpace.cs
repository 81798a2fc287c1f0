using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Proof;

/// <summary>All rules of a plan, or of several versions of it, in one space.</summary>
internal sealed class PlanSpace
{
    private readonly Dictionary<Rule, int> numberOf = [];

    private PlanSpace(IReadOnlyList<PlanDocument> plans, Atlas? atlas)
    {
        var asked = new List<Rule>();
        foreach (Rule rule in plans.SelectMany(plan => plan.Layers).SelectMany(RulesOf))
        {
            numberOf[rule] = asked.Count;
            asked.Add(rule);
        }

        Rules = RuleSpace.Compile(asked, plans[^1].Scope, atlas);
        Space = new ProofSpace(
            [.. Rules.Axes.Select(axis => Enumerable.Range(0, axis.Classes).Select(axis.ColumnsOf).ToImmutableArray())],
            Rules.Impossible,
            Rules.Real);
    }

    /// <summary>The rules.</summary>
    public RuleSpace Rules { get; }

    /// <summary>The space.</summary>
    public ProofSpace Space { get; }

    /// <summary>Lays plans out together.</summary>
    public static PlanSpace Of(IReadOnlyList<PlanDocument> plans, Atlas? atlas) => new(plans, atlas);

    /// <summary>A layer as a tree of boxes.</summary>
    public ProofTree TreeOf(Layer layer) => TreeOf(layer, new BoxBook(Space));

    /// <summary>A layer as a tree of boxes, in a book with others.</summary>
    public ProofTree TreeOf(Layer layer, BoxBook book) => new(
        book,
        layer.Scope is null ? null : new NodeShape(Rules.BoxesOf(numberOf[layer.Scope]), false, false, []) { Rule = numberOf[layer.Scope] },
        [.. layer.Territories.Select(ShapeOf)]);

    private NodeShape ShapeOf(TerritoryNode territory)
    {
        int rule = territory.Where is null ? -1 : numberOf[territory.Where];
        return new NodeShape(rule < 0 ? [] : Rules.BoxesOf(rule), territory.IsOtherwise, territory.Keeps, [.. territory.Children.Select(ShapeOf)]) { Territory = territory, Rule = rule };
    }

    private static IEnumerable<Rule> RulesOf(Layer layer) =>
        layer.Territories.SelectMany(top => top.WithDescendants()).Select(territory => territory.Where).Prepend(layer.Scope).OfType<Rule>();
}
