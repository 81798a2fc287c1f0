using System.Collections.Immutable;
using Bailiwick.Geography;
using Bailiwick.Rules;
using Bailiwick.Territories;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>What a territory of a plan asks of accounts that reach its parent, in parts of which all must hold.</summary>
/// <param name="Parts">Its where, and that none of its earlier siblings takes what it could take too.</param>
internal sealed record NodeConditions(ImmutableArray<Clause> Parts);

/// <summary>A plan → the conditions of each territory, made so that order does not matter: in Salesforce every territory that fits takes an account.</summary>
internal sealed class NodeRules
{
    private readonly Dictionary<string, HashSet<string>> earlierOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> undecided = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeConditions> conditions = new(StringComparer.Ordinal);

    public NodeRules(PlanDocument plan, Atlas? atlas, CancellationToken cancellation)
    {
        var options = new ProofOptions { Parts = [ProofPart.Overlaps], MostListed = 1_000_000 };
        foreach (LayerProof layer in CoverageProof.Of(plan, atlas, options, cancellation).Layers)
        {
            foreach (TerritoryOverlap overlap in layer.Overlaps)
            {
                (earlierOf.TryGetValue(overlap.Later.Value, out HashSet<string>? known) ? known : earlierOf[overlap.Later.Value] = new HashSet<string>(StringComparer.Ordinal)).Add(overlap.Earlier.Value);
            }

            undecided.UnionWith(layer.Undecided.Select(each => each.Territory?.Value).OfType<string>());
            OverlapTotals totals = layer.Totals;
            IsUndecided |= layer.Undecided.Any(each => each.Territory is null) || layer.Overlaps.Length < totals.Refines + totals.Crosses + totals.Hides + totals.Inconsistent;
        }

        foreach (Layer layer in plan.Layers)
        {
            Add(layer.Territories);
        }
    }

    private bool IsUndecided { get; }

    public NodeConditions Of(TerritoryNode territory) => conditions[territory.Id.Value];

    /// <summary>
    /// What a territory that keeps asks besides: accounts that go down to a child and are a gap there do not stay in it. There, the
    /// lowest territory that fits would be this one.
    /// </summary>
    public static ImmutableArray<Clause> Kept(TerritoryNode territory)
    {
        Clause[] leaking = [.. territory.Children.Where(child => child.Where is not null && child.WithDescendants().Any(HasGaps)).Select(child => Clause.Of(child.Where!))];
        return leaking.Length == 0 ? [] : [.. Parts(new NotClause(ClauseUnion.Of(leaking)))];
    }

    private static bool HasGaps(TerritoryNode territory) => territory.Children.Length > 0 && !territory.Keeps && !territory.Children.Any(child => child.IsOtherwise);

    private void Add(ImmutableArray<TerritoryNode> siblings)
    {
        for (int at = 0; at < siblings.Length; at++)
        {
            TerritoryNode territory = siblings[at];
            Clause[] before = [.. siblings.Take(at).Where(earlier => earlier.Where is not null && Disturbs(earlier, territory)).Select(earlier => Clause.Of(earlier.Where!))];
            conditions[territory.Id.Value] = new NodeConditions(
            [
                .. territory.Where is { } where ? Parts(Clause.Of(where)) : [],
                .. before.Length == 0 || (territory.Where is null && !territory.IsOtherwise) ? [] : Parts(new NotClause(ClauseUnion.Of(before))),
            ]);
            Add(territory.Children);
        }
    }

    private bool Disturbs(TerritoryNode earlier, TerritoryNode later) =>
        later.IsOtherwise || IsUndecided || undecided.Contains(later.Id.Value) || undecided.Contains(earlier.Id.Value)
        || (earlierOf.TryGetValue(later.Id.Value, out HashSet<string>? known) && known.Contains(earlier.Id.Value));

    // not (a or b) is not a and not b: parts that fit several rules.
    private static IEnumerable<Clause> Parts(Clause clause) => clause switch
    {
        AllClause all => all.Parts.SelectMany(Parts),
        NotClause { Inner: AnyClause any } => any.Parts.SelectMany(part => Parts(new NotClause(part))),
        NotClause { Inner: NotClause not } => Parts(not.Inner),
        _ => [clause],
    };
}
