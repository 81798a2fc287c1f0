using System.Collections.Immutable;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Proof;

/// <summary>The walk of real accounts that notes all siblings that match, not only the first.</summary>
internal sealed class OverlapWalk
{
    private readonly RuleSpace rules;
    private readonly ProofTree tree;
    private readonly HashSet<string> placed;
    private readonly Dictionary<ProofNode, SiblingMatrix> matrices = [];

    public OverlapWalk(PlanSpace space, PlanDocument plan, Layer layer)
    {
        rules = space.Rules;
        tree = space.TreeOf(layer);
        placed =
        [
            .. layer.Territories.SelectMany(top => top.WithDescendants()).SelectMany(territory => territory.Accounts).Select(account => account.Value),
            .. plan.Overrides.Where(each => each.Layer == layer.Name).Select(each => each.Account.Value),
        ];
    }

    /// <summary>The overlaps of all accounts, by what rules can tell apart.</summary>
    public IEnumerable<AccountsInOverlaps> Of(ColumnTable accounts, CancellationToken cancellation)
    {
        TextValues ids = accounts[Accounts.Id];
        RowClasses classes = rules.Classify(accounts);
        var rowsOf = new Dictionary<int[], List<int>>(CellComparer.Instance);
        var cell = new int[rules.Axes.Length];
        for (int row = 0; row < accounts.Count; row++)
        {
            if (ids[row] is { } id && placed.Contains(id))
            {
                continue;
            }

            classes.Row(row, cell);
            if (!rowsOf.TryGetValue(cell, out List<int>? rows))
            {
                rowsOf[[.. cell]] = rows = [];
            }

            rows.Add(row);
        }

        foreach ((int[] each, List<int> rows) in rowsOf.OrderBy(pair => pair.Value[0]))
        {
            cancellation.ThrowIfCancellationRequested();
            if (PairsOf(each) is { IsEmpty: false } pairs)
            {
                yield return new AccountsInOverlaps([.. rows], pairs);
            }
        }
    }

    private ImmutableArray<(TerritoryId Earlier, TerritoryId Later)> PairsOf(int[] cell)
    {
        var pairs = ImmutableArray.CreateBuilder<(TerritoryId, TerritoryId)>();
        for (ProofNode? node = tree.HasScope && !rules.Holds(tree.Top.Rule, cell) ? null : tree.Top; node is not null;)
        {
            List<ProofNode> matching = Matching(node, cell);
            for (int earlier = 0; earlier < matching.Count; earlier++)
            {
                pairs.AddRange(matching.Skip(earlier + 1).Select(later => (matching[earlier].Territory!.Id, later.Territory!.Id)));
            }

            node = matching.Count > 0 ? matching[0] : node.Rest;
        }

        return pairs.ToImmutable();
    }

    private List<ProofNode> Matching(ProofNode parent, int[] cell)
    {
        if (parent.Children.IsEmpty)
        {
            return [];
        }

        if (!matrices.TryGetValue(parent, out SiblingMatrix? matrix))
        {
            matrices[parent] = matrix = new SiblingMatrix(tree.Book, [.. parent.Children.SelectMany(child => child.Boxes)], tree.Book.Space.Everything, []);
        }

        var row = new ulong[matrix.Words];
        matrix.Having(cell, row);
        HashSet<ProofNode> held = [.. Bits.Of(row).Select(place => tree.NodeOf[matrix.Boxes[place]])];
        return [.. parent.Children.Where(child => child.HasBoxes ? held.Contains(child) : rules.Holds(child.Rule, cell))];
    }

    private sealed class CellComparer : IEqualityComparer<int[]>
    {
        public static CellComparer Instance { get; } = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = default(HashCode);
            foreach (int each in obj)
            {
                hash.Add(each);
            }

            return hash.ToHashCode();
        }
    }
}
