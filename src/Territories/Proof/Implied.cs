using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Proof;

/// <summary>Tells what makes a dead condition superfluous.</summary>
/// <param name="ground">The layer.</param>
/// <param name="family">The siblings of its territory.</param>
/// <param name="child">The territory's place among them.</param>
/// <param name="without">Boxes of its rule without the condition.</param>
internal sealed class Implied(ProofGround ground, Family family, int child, IReadOnlyList<int> without)
{
    // Among more than so many the few that suffice are not looked for.
    private const int MostSpared = 16;

    private readonly ImmutableArray<int> with = family.Children[child].Boxes;

    /// <summary>What does.</summary>
    /// <param name="isTaking">Whether the condition would add rows.</param>
    public (ImplicationKind Kind, ImmutableArray<TerritoryId> By) By(bool isTaking)
    {
        ground.Part = ProofPart.Conditions;
        IReadOnlyList<int> inside = isTaking ? with : without;
        IReadOnlyList<int> outside = isTaking ? without : with;
        if (IsNone([inside], outside))
        {
            return (ImplicationKind.Rule, []);
        }

        if (isTaking && !ground.Any(family.Reach.Wish([inside], outside)).IsNone)
        {
            return (ImplicationKind.Earlier, Takers(inside, outside));
        }

        ProofNode[] above = [.. family.Parent.WithAncestors().Where(node => !node.Boxes.IsEmpty)];
        ProofNode? alone = Array.Find(above, node => IsNone([node.Boxes, inside], outside));
        return (ImplicationKind.Above, [.. (alone is null ? above : [alone]).Select(node => node.Territory?.Id).OfType<TerritoryId>()]);
    }

    private bool IsNone(IReadOnlyList<int>[] all, IReadOnlyList<int> none) => ground.Any(new CellWish(all, [.. ground.Tree.Impossible.Boxes, .. none])).IsNone;

    // The last of the siblings are spared first: the first ones are asked first.
    private ImmutableArray<TerritoryId> Takers(IReadOnlyList<int> inside, IReadOnlyList<int> outside)
    {
        List<ProofNode> takers = [.. family.Before(child).Select(box => ground.Tree.NodeOf[box]).Distinct()];
        bool Suffice(IEnumerable<ProofNode> some) => ground.Any(family.Reach.Wish([inside], [.. outside, .. some.SelectMany(taker => taker.Boxes)])).IsNone;
        if (takers.Find(taker => Suffice([taker])) is { } alone)
        {
            return [alone.Territory!.Id];
        }

        foreach (ProofNode taker in takers.Count > MostSpared ? [] : Enumerable.Reverse([.. takers]))
        {
            if (Suffice(takers.Where(each => each != taker)))
            {
                takers.Remove(taker);
            }
        }

        return [.. takers.Select(taker => taker.Territory!.Id)];
    }
}
