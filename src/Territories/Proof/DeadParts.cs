using System.Collections.Immutable;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Proof;

/// <summary>Finds parts of wheres that could be left out without changing any answer.</summary>
/// <remarks>
/// A family may be reached in several ways: from the top, and by named accounts. A part is dead when it is in all of them.
/// </remarks>
internal sealed class DeadParts(ProofGround ground)
{
    private readonly Dictionary<ProofNode, bool?[]> deadOf = [];
    private readonly Dictionary<ProofNode, (RulePart Part, ImmutableArray<int> Boxes)[]> partsOf = [];

    /// <summary>Looks at the parts of the wheres of a family.</summary>
    public void Look(Family family)
    {
        ground.Part = ProofPart.Conditions;
        for (int child = 0; child < family.Children.Length; child++)
        {
            ProofNode node = family.Children[child];
            if (node.Rule < 0 || !node.HasBoxes)
            {
                continue;
            }

            (RulePart Part, ImmutableArray<int> Boxes)[] parts = PartsOf(node);
            bool?[] dead = deadOf.TryGetValue(node, out bool?[]? known) ? known : deadOf[node] = [.. parts.Select(_ => (bool?)true)];
            for (int part = 0; part < parts.Length; part++)
            {
                // Once it matters somewhere, it matters.
                if (dead[part] != false)
                {
                    CellAnswer changed = parts[part].Boxes.IsDefault ? new CellAnswer(false, null) : Changed(family, child, parts[part]);
                    dead[part] = changed.Cell is not null ? false : changed.IsDecided ? dead[part] : null;
                }
            }
        }
    }

    /// <summary>Whether a limit left something open.</summary>
    public bool IsOpen => deadOf.Values.Any(dead => dead.Contains(null));

    /// <summary>The dead parts of wheres that something reaches.</summary>
    public IEnumerable<DeadCondition> Of(ProofNode node) => deadOf.TryGetValue(node, out bool?[]? dead)
        ? partsOf[node].Where((_, part) => dead[part] == true).Select(each => new DeadCondition(node.Territory!.Id, each.Part.ToString(), IsTaking: !each.Part.Widens))
        : [];

    private (RulePart Part, ImmutableArray<int> Boxes)[] PartsOf(ProofNode node)
    {
        if (!partsOf.TryGetValue(node, out (RulePart, ImmutableArray<int>)[]? parts))
        {
            partsOf[node] = parts =
            [
                .. ground.Rules.Rules[node.Rule].Parts.Select(part =>
                    (part, ground.Rules.BoxesOf(part.Without) is { IsDefault: false } boxes ? [.. boxes.Select(ground.Book.Add)] : default(ImmutableArray<int>))),
            ];
        }

        return parts;
    }

    // Rows that reach the family and that only one of both rules takes. What keeps rows out matters though earlier siblings take them: to say so
    // is good style, and holds when the order changes. What takes rows in does not matter when earlier siblings take them all.
    private CellAnswer Changed(Family family, int child, (RulePart Part, ImmutableArray<int> Boxes) without)
    {
        ImmutableArray<int> with = family.Children[child].Boxes;
        return without.Part.Widens
            ? ground.Any(family.Reach.Wish([without.Boxes], with))
            : ground.Any(family.Reach.Wish([with], [.. without.Boxes, .. family.Before(child)]));
    }
}
