using System.Collections.Immutable;
using System.Numerics;
using Bailiwick.Measures;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Proof;

/// <summary>Finds parts of wheres, and whole wheres, that could be left out without changing any answer.</summary>
/// <remarks>
/// A family may be reached in several ways: from the top, and by named accounts. A part is dead when it is in all of them.
/// </remarks>
internal sealed class DeadParts(ProofGround ground)
{
    private readonly Dictionary<ProofNode, bool?[]> deadOf = [];
    private readonly Dictionary<ProofNode, (Family Family, int Child)> familyOf = [];
    private readonly Dictionary<ProofNode, (RulePart? Part, ImmutableArray<Box> Without)[]> partsOf = [];

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

            familyOf.TryAdd(node, (family, child));
            (RulePart? Part, ImmutableArray<Box> Without)[] parts = PartsOf(node);
            bool?[] dead = deadOf.TryGetValue(node, out bool?[]? known) ? known : deadOf[node] = [.. parts.Select(_ => (bool?)true)];
            for (int part = 0; part < parts.Length; part++)
            {
                // Once it matters somewhere, it matters.
                if (dead[part] != false)
                {
                    bool? matters = Matters(family, child, parts[part].Part?.Widens ?? true, parts[part].Without);
                    dead[part] = matters == true ? false : matters is null ? null : dead[part];
                }
            }
        }
    }

    /// <summary>Whether a limit left something open.</summary>
    public bool IsOpen => deadOf.Values.Any(dead => dead.Contains(null));

    /// <summary>The dead parts of a where; the where alone when all of it is dead.</summary>
    public IEnumerable<DeadCondition> Of(ProofNode node) => DeadOf(node).Select(part => Told(node, part));

    /// <summary>How many parts of a where are dead.</summary>
    public int CountOf(ProofNode node) => DeadOf(node).Count();

    private IEnumerable<int> DeadOf(ProofNode node)
    {
        bool?[] dead = deadOf.GetValueOrDefault(node) ?? [];
        return dead is [true, ..] ? [0] : Enumerable.Range(0, dead.Length).Where(part => dead[part] == true);
    }

    private DeadCondition Told(ProofNode node, int part)
    {
        (RulePart? dropped, ImmutableArray<Box> without) = partsOf[node][part];
        (Family family, int child) = familyOf[node];
        bool isTaking = dropped is { Widens: false };
        (ImplicationKind by, ImmutableArray<TerritoryId> implying) = new Implied(ground, family, child, [.. without.Select(ground.Book.Add)]).By(isTaking);
        return new DeadCondition(node.Territory!.Id, dropped?.ToString() ?? ground.Rules.Rules[node.Rule].ToString(), isTaking, by, implying);
    }

    // First the whole: without it the territory takes all that comes so far.
    private (RulePart? Part, ImmutableArray<Box> Without)[] PartsOf(ProofNode node)
    {
        if (!partsOf.TryGetValue(node, out (RulePart?, ImmutableArray<Box>)[]? parts))
        {
            partsOf[node] = parts = [(null, [Box.Everything]), .. ground.Rules.PartsOf(node.Rule)];
        }

        return parts;
    }

    // Whether there are rows that reach the family and that only one of both rules takes. What keeps rows out matters though earlier siblings take
    // them: to say so is good style, and holds when the order changes. What takes rows in does not matter when earlier siblings take them all.
    private bool? Matters(Family family, int child, bool widens, ImmutableArray<Box> without)
    {
        if (without.IsDefault)
        {
            return null;
        }

        ImmutableArray<int> with = family.Children[child].Boxes;
        if (widens && family.IsSimple && with.Length == 1 && without.Length == 1)
        {
            return LeavesSome(family.Region, without[0], with[0]);
        }

        int[] others = [.. without.Select(ground.Book.Add)];
        CellAnswer changed = widens
            ? ground.Any(family.Reach.Wish([others], with))
            : ground.Any(family.Reach.Wish([with], [.. others, .. family.Before(child)]));
        return changed.Cell is not null ? true : changed.IsDecided ? false : null;
    }

    // Whether a region has a cell of a wide box that a narrow one leaves out.
    private bool LeavesSome(ulong[] region, Box wide, int narrow)
    {
        foreach (BoxSide side in wide.Sides)
        {
            if (!Bits.Meet(ground.Book.Space.On(side.Axis, region), side.Classes.Words))
            {
                return false;
            }
        }

        for (ulong rest = ground.Book.MaskOf(narrow); rest != 0; rest &= rest - 1)
        {
            int axis = BitOperations.TrailingZeroCount(rest);
            ulong[] left = ground.Book.Space.On(axis, region).ToArray();
            if (wide.On(axis) is { } allowed)
            {
                Bits.And(left, allowed.Words);
            }

            Bits.AndNot(left, ground.Book.WordsOf(ground.Book.SetOf(narrow, axis)));
            if (left.AsSpan().ContainsAnyExcept(0UL))
            {
                return true;
            }
        }

        return false;
    }
}
