using System.Numerics;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Proof;

/// <summary>Compares two versions of one layer.</summary>
internal sealed class RegionDiffer
{
    private static readonly Layer Nothing = new("", null, []);

    private readonly PlanSpace space;
    private readonly (Layer? Before, Layer? After) layers;
    private readonly ProofOptions options;
    private readonly CancellationToken cancellation;
    private readonly (ProofTree Before, ProofTree After) trees;
    private readonly Dictionary<(RowEnd From, RowEnd To, bool IsReal), RegionSum> sums = [];

    public RegionDiffer(PlanSpace space, Layer? before, Layer? after, ProofOptions options, CancellationToken cancellation)
    {
        (this.space, layers, this.options, this.cancellation) = (space, (before, after), options, cancellation);
        var book = new BoxBook(space.Space);
        trees = (TreeOf(before, book), TreeOf(after, book));
    }

    /// <summary>Finds all that changes hands.</summary>
    public LayerRegions Find()
    {
        bool isAllBoxes = IsAllBoxes(trees.Before) && IsAllBoxes(trees.After);
        (CellWalk before, CellWalk after) = (new CellWalk(space.Rules, trees.Before), new CellWalk(space.Rules, trees.After));
        var split = new PlaceSplit(trees.Before.Book, trees.Before.Real);
        bool isDecided = new RegionDiffSearch(trees, (from, to, region) =>
        {
            foreach (RegionPart part in split.Of(region))
            {
                (RowEnd, RowEnd, bool) key = (EndOf(from), EndOf(to), part.IsReal);
                RegionSum sum = sums.TryGetValue(key, out RegionSum? known) ? known : sums[key] = new RegionSum();
                sum.Add(space.Space, part, isAllBoxes ? null : cell => EndOf(before.End(cell)) == key.Item1 && EndOf(after.End(cell)) == key.Item2);
            }
        }).Run(options.GapSteps, cancellation);

        BigInteger cells = space.Space.CellsOf(space.Space.Everything);
        return new LayerRegions(
            (layers.After ?? layers.Before)!.Name,
            [
                .. sums.Where(pair => pair.Value.Witness is not null)
                    .Select(pair => new MovedRegion(pair.Key.From, pair.Key.To, pair.Key.IsReal, pair.Value.ShareOf(cells), pair.Value.Regions, space.Rules.Witness(pair.Value.Witness)))
                    .OrderBy(moved => !moved.IsConsistent).ThenByDescending(moved => moved.Share)
                    .ThenBy(moved => moved.From.ToString(), StringComparer.Ordinal).ThenBy(moved => moved.To.ToString(), StringComparer.Ordinal),
            ],
            [.. MovedNames()],
            [.. UndecidedOf(isDecided)]);
    }

    private IEnumerable<Undecided> UndecidedOf(bool isDecided)
    {
        if (!isDecided)
        {
            yield return new Undecided(ProofPart.Gaps, null, Limits.Steps);
        }

        foreach (ProofTree tree in new[] { trees.Before, trees.After })
        {
            if (!tree.HasScopeBoxes)
            {
                yield return new Undecided(ProofPart.Gaps, null, Limits.TooManyBoxes);
            }

            foreach (ProofNode node in tree.Top.WithDescendants().Where(node => !node.HasBoxes))
            {
                yield return new Undecided(ProofPart.Gaps, node.Territory!.Id, Limits.TooManyBoxes);
            }
        }
    }

    private IEnumerable<MovedName> MovedNames()
    {
        Dictionary<AccountId, TerritoryId> before = NamesOf(layers.Before);
        Dictionary<AccountId, TerritoryId> after = NamesOf(layers.After);
        return before.Keys.Union(after.Keys).OrderBy(account => account.Value, StringComparer.Ordinal)
            .Select(account => new MovedName(account, Find(before, account), Find(after, account)))
            .Where(moved => moved.From != moved.To);
    }

    private static TerritoryId? Find(Dictionary<AccountId, TerritoryId> names, AccountId account) => names.TryGetValue(account, out TerritoryId territory) ? territory : null;

    private static Dictionary<AccountId, TerritoryId> NamesOf(Layer? layer) => (layer ?? Nothing).Territories.SelectMany(top => top.WithDescendants())
        .SelectMany(territory => territory.Accounts.Select(account => (account, territory.Id))).ToDictionary();

    // A layer that is not there is about no row.
    private ProofTree TreeOf(Layer? layer, BoxBook book) => layer is null ? new ProofTree(book, new NodeShape([], false, false, []), []) : space.TreeOf(layer, book);

    private static RowEnd EndOf(ProofNode node) => new(node.LeavesGap ? null : node.Territory?.Id, node.LeavesGap);

    private static bool IsAllBoxes(ProofTree tree) => tree.HasScopeBoxes && tree.Top.WithDescendants().All(node => node.HasBoxes);
}
