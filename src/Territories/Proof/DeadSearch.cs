using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Territories.Proof;

/// <summary>Tells which children of a family nothing reaches, and by whom they are taken.</summary>
internal sealed class DeadSearch(ProofGround ground, Family family)
{
    // Among more than so many the few that suffice are not looked for.
    private const int MostSpared = 64;

    /// <summary>What is known of a child.</summary>
    /// <param name="child">Its place; null is the one that takes the rest.</param>
    public Life Of(int? child)
    {
        ground.Part = ProofPart.Dead;
        ProofNode node = child is { } number ? family.Children[number] : family.Parent.Rest!;
        IReadOnlyList<int>[] own = child is null ? [] : [node.Boxes];
        IReadOnlyList<int> before = family.Before(child);
        CellAnswer answer = ground.Any(family.Reach.Wish(own, before));
        if (answer.Cell is { } cell)
        {
            return new Life(ground.Walk.IsTakenBefore(family.Parent, node, cell) ? null : true, []);
        }

        return new Life(answer.IsDecided ? false : null, []) { Own = own, Before = before };
    }

    /// <summary>Earlier siblings that together take all rows of a dead child, none of which could be spared; null when it has no rows.</summary>
    public Taking? TakenBy(Life dead) =>
        ground.Smallest(family.Reach.Wish(dead.Own, [])).Cell is { } cell ? new Taking(TakersOf(dead), ground.Witness(cell)) : null;

    private ImmutableArray<TerritoryId> TakersOf(Life dead)
    {
        List<int> boxes = [.. dead.Before];
        ProofNode[] takers = [.. boxes.Select(box => ground.Tree.NodeOf[box]).Distinct()];
        if (takers.Length > 1 && takers.FirstOrDefault(taker => ground.Any(family.Reach.Wish(dead.Own, taker.Boxes)).IsNone) is { } alone)
        {
            return [alone.Territory!.Id];
        }

        // The last of the siblings are spared first: the first ones are asked first.
        foreach (ProofNode taker in takers.Length > MostSpared ? [] : takers.Reverse())
        {
            List<int> rest = [.. boxes.Where(box => ground.Tree.NodeOf[box] != taker)];
            if (ground.Any(family.Reach.Wish(dead.Own, rest)).IsNone)
            {
                boxes = rest;
            }
        }

        return [.. boxes.Select(box => ground.Tree.NodeOf[box]).Distinct().Select(taker => taker.Territory!.Id)];
    }
}

/// <summary>Who takes the rows of a dead territory, and the smallest of these rows.</summary>
internal sealed record Taking(ImmutableArray<TerritoryId> By, ImmutableSortedDictionary<string, string> Witness);

/// <summary>Whether something reaches a territory.</summary>
/// <param name="IsAlive">Null when it is not decided.</param>
/// <param name="Before">Boxes of earlier siblings that share cells with them.</param>
internal sealed record Life(bool? IsAlive, IReadOnlyList<int> Before)
{
    /// <summary>Its boxes, as a list of lists.</summary>
    public IReadOnlyList<int>[] Own { get; init; } = [];
}
