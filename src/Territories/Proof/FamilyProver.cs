using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Proof;

/// <summary>Goes through the tree family by family: overlaps, then who is alive, then conditions, then down.</summary>
/// <param name="ground">The layer.</param>
/// <param name="overridden">Territories to which overrides lead.</param>
internal sealed class FamilyProver(ProofGround ground, IReadOnlySet<TerritoryId> overridden)
{
    private readonly HashSet<ProofNode> alive = [];
    private readonly HashSet<ProofNode> open = [];
    private readonly HashSet<ProofNode> compared = [];
    private readonly Dictionary<ProofNode, Taking> takers = [];
    private readonly DeadParts parts = new(ground);
    private readonly bool asksForDead = ground.Options.Parts.Overlaps([ProofPart.Dead, ProofPart.Conditions]);
    private long openPairs;

    public OverlapTally Overlaps { get; } = new(ground.Options.MostListed);

    /// <summary>Territories that nothing reaches.</summary>
    public ImmutableArray<DeadTerritory> Dead { get; private set; } = [];

    /// <summary>Parts of wheres that never matter.</summary>
    public IEnumerable<DeadCondition> Conditions => Nodes.Where(alive.Contains).SelectMany(parts.Of);

    /// <summary>How many there are.</summary>
    public int ConditionTotal => Nodes.Where(alive.Contains).Sum(parts.CountOf);

    /// <summary>What limits left open.</summary>
    public IEnumerable<Undecided> Undecided =>
    [
        .. openPairs > 0 ? [new Undecided(ProofPart.Overlaps, null, Limits.Steps)] : Array.Empty<Undecided>(),
        .. Nodes.Where(node => open.Contains(node) && !alive.Contains(node)).Select(node => new Undecided(ProofPart.Dead, node.Territory!.Id, Limits.Steps)),
        .. parts.IsOpen ? [new Undecided(ProofPart.Conditions, null, Limits.Steps)] : Array.Empty<Undecided>(),
    ];

    private IEnumerable<ProofNode> Nodes => ground.Tree.Top.WithDescendants().Where(node => node.Territory is not null);

    private IEnumerable<ProofNode> NamedInner => Nodes.Where(node => node.Territory!.Accounts.Length > 0 && node.Below.Any());

    /// <summary>Goes through all.</summary>
    public void Run()
    {
        ProofTree tree = ground.Tree;
        Down(tree.Top, new Reach(tree.HasScope ? [tree.Top.Boxes] : [], tree.Impossible.Boxes), tree.HasScopeBoxes);
        // Named accounts begin at their node, whatever the wheres above say.
        foreach (ProofNode named in NamedInner)
        {
            Down(named, new Reach([], tree.Impossible.Boxes), isCertain: true);
        }

        Dead = ground.Options.Parts.Contains(ProofPart.Dead) ? FindDead() : [];
    }

    private void Down(ProofNode parent, Reach reach, bool isCertain)
    {
        var family = new Family(ground.Book, parent, reach, ground.Tree.IsRealEverything ? [] : ground.Tree.Real);
        if (isCertain && ground.Options.Parts.Contains(ProofPart.Overlaps) && compared.Add(parent))
        {
            var search = new OverlapSearch(ground, family, Overlaps);
            search.Run();
            openPairs += search.Open;
        }

        if (ground.Options.Parts.Contains(ProofPart.Conditions))
        {
            parts.Look(family);
        }

        for (int child = 0; child < family.Children.Length; child++)
        {
            if (!family.Children[child].Boxes.IsEmpty && (asksForDead || family.Children[child].Below.Any()))
            {
                Live(family, child, isCertain);
            }
        }

        if (parent.Rest is not null)
        {
            Live(family, null, isCertain);
        }
    }

    private void Live(Family family, int? child, bool isCertain)
    {
        ProofNode node = child is { } number ? family.Children[number] : family.Parent.Rest!;
        bool isLeaf = !node.Below.Any();
        if (isLeaf && alive.Contains(node))
        {
            return;
        }

        var search = new DeadSearch(ground, family);
        Life life = search.Of(child);
        if (life.IsAlive == false)
        {
            // It may have no rows from the top, and lose those of names to siblings.
            if (!takers.ContainsKey(node) && search.TakenBy(life) is { } taking)
            {
                takers[node] = taking;
            }

            return;
        }

        bool isReached = isCertain && life.IsAlive == true;
        (isReached ? alive : open).Add(node);
        if (!isLeaf)
        {
            Down(node, family.Into(child), isReached);
        }
    }

    private ImmutableArray<DeadTerritory> FindDead()
    {
        HashSet<ProofNode> led = [.. Nodes.Where(node => node.Territory!.Accounts.Length > 0 || overridden.Contains(node.Territory.Id)).SelectMany(node => node.WithAncestors())];
        var dead = new Dictionary<ProofNode, DeadTerritory>();
        foreach (ProofNode node in Nodes.Where(node => !alive.Contains(node) && !open.Contains(node) && !led.Contains(node)))
        {
            if (node.WithAncestors().Any(each => !each.HasBoxes))
            {
                continue;
            }

            bool isAbove = dead.ContainsKey(node.Parent!);
            Taking? taking = isAbove ? null : takers.GetValueOrDefault(node);
            DeadReason reason = isAbove ? DeadReason.Above : taking is null ? DeadReason.Empty : DeadReason.Taken;
            dead[node] = new DeadTerritory(node.Territory!.Id, reason, taking?.By ?? [], taking?.Witness);
        }

        return [.. dead.Values];
    }
}
