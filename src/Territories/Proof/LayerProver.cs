using System.Collections.Immutable;
using System.Numerics;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Proof;

/// <summary>Proves one layer: gaps by cutting space, overlaps and what is dead family by family.</summary>
internal sealed class LayerProver
{
    private readonly Layer layer;
    private readonly HashSet<TerritoryId> overridden;
    private readonly PlanSpace space;
    private readonly ProofOptions options;
    private readonly ProofTree tree;
    private readonly PlaceSplit split;
    private readonly ProofGround ground;
    private readonly CancellationToken cancellation;
    private readonly List<Undecided> undecided = [];

    public LayerProver(PlanSpace space, PlanDocument plan, Layer layer, ProofOptions options, CancellationToken cancellation)
    {
        overridden = [.. plan.Overrides.Where(each => each.Layer == layer.Name).Select(each => each.Territory)];
        (this.space, this.layer, this.options, this.cancellation) = (space, layer, options, cancellation);
        tree = space.TreeOf(layer);
        split = new PlaceSplit(tree.Book, tree.Real);
        ground = new ProofGround(space.Rules, tree, options, cancellation);
    }

    /// <summary>Proves it.</summary>
    public LayerProof Prove()
    {
        BigInteger cells = CellsInScope();
        ImmutableArray<CoverageGap> gaps = options.Parts.Contains(ProofPart.Gaps) ? Gaps(cells) : [];
        foreach (ProofNode node in tree.Top.WithDescendants().Where(node => !node.HasBoxes))
        {
            undecided.AddRange(options.Parts.Order().Where(part => part != ProofPart.Gaps || !node.IsClosed).Select(part => new Undecided(part, node.Territory!.Id, Limits.TooManyBoxes)));
        }

        var families = new FamilyProver(ground, overridden);
        if (options.Parts.Any(part => part != ProofPart.Gaps))
        {
            families.Run();
        }

        return new LayerProof(
            layer.Name,
            cells,
            gaps,
            families.Overlaps.Listed,
            families.Overlaps.Totals,
            families.Dead,
            [.. families.Conditions.Take(options.MostListed)],
            families.ConditionTotal,
            [.. undecided, .. families.Undecided]);
    }

    private BigInteger CellsInScope()
    {
        var leaf = new ProofNode([], null) { Boxes = tree.Top.Boxes, LeavesGap = true };
        var root = tree.Root.Rest is null ? new ProofNode([tree.Impossible, leaf], null) : new ProofNode([tree.Impossible], leaf);
        ProofNode[] nodeOf = [.. tree.NodeOf];
        foreach (int box in leaf.Boxes)
        {
            nodeOf[box] = leaf;
        }

        var count = new CellCount(space.Space);
        new GapSearch(tree.Book, nodeOf, count, options.GapSteps).Run(root, cancellation);
        return count.Cells;
    }

    private ImmutableArray<CoverageGap> Gaps(BigInteger cells)
    {
        var gaps = new List<CoverageGap>();
        long steps = Search(tree.Root, tree.Top, options.GapSteps, cells, gaps);
        BigInteger all = space.Space.CellsOf(space.Space.Everything);
        foreach (ProofNode named in tree.Top.WithDescendants().Where(node => node.Territory?.Accounts.Length > 0 && node.Below.Any() && !node.IsClosed))
        {
            steps = Search(tree.BeginAt(named), named, steps, all, gaps);
        }

        return [.. gaps.OrderBy(gap => !gap.IsConsistent)];
    }

    private long Search(ProofNode begin, ProofNode start, long steps, BigInteger cells, List<CoverageGap> gaps)
    {
        bool isAllBoxes = tree.HasScopeBoxes && start.WithDescendants().All(node => node.HasBoxes);
        var tally = new GapTally(space.Space, split, isAllBoxes ? null : (node, cell) => ground.Walk.Strands(start, node, cell));
        var search = new GapSearch(tree.Book, tree.NodeOf, tally, Math.Max(0, steps));
        if (!search.Run(begin, cancellation))
        {
            undecided.Add(new Undecided(ProofPart.Gaps, start.Territory?.Id, Limits.Steps));
        }

        TerritoryNode? named = start == tree.Top ? null : start.Territory;
        foreach (GapGroup group in tally.Groups)
        {
            if (group.Sum.IsDoubtful)
            {
                undecided.Add(new Undecided(ProofPart.Gaps, group.Node.Territory?.Id, Limits.TooManyBoxes));
            }

            if (group.Sum.Witness is not { } cell)
            {
                continue;
            }

            ImmutableSortedDictionary<string, string> witness = ground.Witness(cell);
            gaps.Add(new CoverageGap(
                group.Node.Path, named?.Id, group.IsReal, group.Sum.ShareOf(cells), group.Sum.Regions, named is null ? witness : witness.SetItem("id", named.Accounts[0].Value)));
        }

        return search.Budget;
    }
}

/// <summary>Counts the cells of regions.</summary>
internal sealed class CellCount(ProofSpace space) : IGapSink
{
    /// <summary>Number of cells.</summary>
    public BigInteger Cells { get; private set; }

    /// <inheritdoc />
    public void Add(ProofNode node, ulong[] region) => Cells += space.CellsOf(region);
}

/// <summary>Limits, in words.</summary>
internal static class Limits
{
    public static Text TooManyBoxes { get; } = new("its rule is too long to be laid out whole", "其規則過長，無法完整展開");

    public static Text Steps { get; } = new("the search came to its limit", "搜尋已達上限");
}
