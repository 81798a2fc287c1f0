using System.Numerics;

namespace Bailiwick.Territories.Proof;

/// <summary>Finds every pair of siblings whose wheres hold for one row, and how they overlap.</summary>
/// <remarks>
/// Bits tell which boxes share a cell and which hold which. Where that settles it, pairs are only counted; where several boxes together, the way
/// down or real places have a say, a search settles it.
/// </remarks>
internal sealed class OverlapSearch
{
    private readonly ProofGround ground;
    private readonly Family family;
    private readonly OverlapTally tally;
    private readonly Projection sharing;
    private readonly Projection within;
    private readonly Projection around;

    public OverlapSearch(ProofGround ground, Family family, OverlapTally tally)
    {
        (this.ground, this.family, this.tally) = (ground, family, tally);
        (sharing, within, around) = (new Projection(family), new Projection(family), new Projection(family));
    }

    /// <summary>Pairs that a limit left open.</summary>
    public long Open { get; private set; }

    /// <summary>Searches all pairs.</summary>
    public void Run()
    {
        ground.Part = ProofPart.Overlaps;
        bool isPlain = family.IsSimple && ground.Tree.IsRealEverything && family.Children.All(child => child.Boxes.Length <= 1);
        for (int child = 0; child < family.Children.Length; child++)
        {
            if (family.Children[child].Boxes.IsEmpty)
            {
                continue;
            }

            ground.Cancellation.ThrowIfCancellationRequested();
            sharing.Any(child);
            sharing.ForgetUpTo(child);
            if (sharing.IsEmpty)
            {
                continue;
            }

            within.Within(child);
            around.Around(child);
            if (isPlain)
            {
                Count(child, OverlapKind.Refines, within);
                Count(child, OverlapKind.Hides, around, within);
                Count(child, OverlapKind.Crosses, null, within, around);
            }
            else
            {
                foreach (int later in sharing.Members)
                {
                    Settle(child, later);
                }
            }
        }
    }

    private void Count(int earlier, OverlapKind kind, Projection? also, params ReadOnlySpan<Projection> not)
    {
        IEnumerable<int> laters = sharing.Joined(also, not, out long count);
        tally.Count(kind, isConsistent: true, count);
        foreach (int later in laters.TakeWhile(_ => tally.IsWanted(kind, isConsistent: true)))
        {
            Keep(earlier, later, kind, isConsistent: true);
        }
    }

    private void Settle(int earlier, int later)
    {
        bool isConsistent = true;
        CellAnswer shared = Shared(earlier, later, isConsistent);
        if (shared.IsNone && !ground.Tree.IsRealEverything)
        {
            isConsistent = false;
            shared = Shared(earlier, later, isConsistent);
        }

        if (shared.IsNone)
        {
            return;
        }

        if (!shared.IsDecided || KindOf(earlier, later, isConsistent) is not { } kind)
        {
            Open++;
            return;
        }

        tally.Count(kind, isConsistent);
        if (tally.IsWanted(kind, isConsistent))
        {
            Keep(earlier, later, kind, isConsistent);
        }
    }

    private CellAnswer Shared(int earlier, int later, bool isReal) => family.IsSimple && (!isReal || ground.Tree.IsRealEverything)
        ? new CellAnswer(true, [])
        : ground.Any(WishOf(earlier, later, isReal));

    private OverlapKind? KindOf(int earlier, int later, bool isReal)
    {
        if (IsWithin(earlier, later, within[later], isReal) is not { } refines)
        {
            return null;
        }

        return refines ? OverlapKind.Refines : IsWithin(later, earlier, around[later], isReal) switch
        {
            true => OverlapKind.Hides,
            false => OverlapKind.Crosses,
            null => null,
        };
    }

    private bool? IsWithin(int inner, int outer, bool isSure, bool isReal)
    {
        if (isSure)
        {
            return true;
        }

        if (family.IsSimple && family.Children[outer].Boxes.Length == 1 && ground.Tree.IsRealEverything)
        {
            return false;
        }

        CellAnswer own = ground.Any(family.Reach.Wish([.. RealFor(isReal), family.Children[inner].Boxes], family.Children[outer].Boxes));
        return own.IsDecided ? own.IsNone : null;
    }

    private void Keep(int earlier, int later, OverlapKind kind, bool isConsistent)
    {
        if (ground.Smallest(WishOf(earlier, later, isConsistent)).Cell is { } cell)
        {
            tally.Keep(new TerritoryOverlap(family.Children[earlier].Territory!.Id, family.Children[later].Territory!.Id, kind, isConsistent, ground.Witness(cell)));
        }
    }

    private CellWish WishOf(int earlier, int later, bool isReal) =>
        family.Reach.Wish([.. RealFor(isReal), family.Children[earlier].Boxes, family.Children[later].Boxes], []);

    private IReadOnlyList<int>[] RealFor(bool isReal) => isReal && !ground.Tree.IsRealEverything ? [ground.Tree.Real] : [];
}

/// <summary>Children of a family as bits, from comparisons of their boxes.</summary>
internal sealed class Projection(Family family)
{
    private readonly ulong[] places = new ulong[family.Matrix.Words];
    private readonly ulong[] row = new ulong[family.Matrix.Words];
    private readonly ulong[] children = new ulong[(family.Children.Length + 63) / 64];
    private readonly bool isOneToOne = family.ChildOf.Length == family.Children.Length && family.Children.All(child => child.Boxes.Length == 1);

    public bool this[int child] => (children[child >> 6] >> child & 1) != 0;

    public bool IsEmpty => !children.AsSpan().ContainsAnyExcept(0UL);

    public IEnumerable<int> Members => Bits.Of(children);

    /// <summary>Children that share a cell with a child.</summary>
    public void Any(int child)
    {
        Array.Clear(places);
        foreach (int box in family.Children[child].Boxes)
        {
            family.Matrix.Sharing(box, row);
            Bits.Or(places, row);
        }

        Project();
    }

    /// <summary>Children of which one box at a time holds what is valid of each box of a child.</summary>
    public void Within(int child)
    {
        Array.Fill(children, ulong.MaxValue);
        ulong[] all = [.. children];
        for (int place = family.FirstOf(child); place < family.FirstOf(child + 1); place++)
        {
            if (family.Matrix.IsValid(place))
            {
                family.Matrix.Holding(family.Matrix.Boxes[place], places);
                Project();
                Bits.And(all, children);
            }
        }

        all.CopyTo(children, 0);
    }

    /// <summary>Children of which each box lies within one box of a child.</summary>
    public void Around(int child)
    {
        Array.Clear(places);
        foreach (int box in family.Children[child].Boxes)
        {
            family.Matrix.HeldBy(box, row);
            Bits.Or(places, row);
        }

        // A child with a box that is not held is not within.
        for (int word = 0; word < places.Length; word++)
        {
            places[word] = family.Matrix.Valid[word] & ~places[word];
        }

        Project();
        for (int word = 0; word < children.Length; word++)
        {
            children[word] = ~children[word];
        }
    }

    /// <summary>Forgets a child and all before it.</summary>
    public void ForgetUpTo(int child)
    {
        children.AsSpan(0, child >> 6).Clear();
        children[child >> 6] &= (child & 63) == 63 ? 0 : ulong.MaxValue << ((child & 63) + 1);
    }

    /// <summary>Members that another has too, and further ones have not.</summary>
    public IEnumerable<int> Joined(Projection? also, ReadOnlySpan<Projection> not, out long count)
    {
        ulong[] joined = [.. children];
        if (also is not null)
        {
            Bits.And(joined, also.children);
        }

        foreach (Projection each in not)
        {
            Bits.AndNot(joined, each.children);
        }

        count = 0;
        foreach (ulong word in joined)
        {
            count += BitOperations.PopCount(word);
        }

        return Bits.Of(joined);
    }

    private void Project()
    {
        if (isOneToOne)
        {
            places.CopyTo(children, 0);
            return;
        }

        Array.Clear(children);
        foreach (int place in Bits.Of(places))
        {
            int child = family.ChildOf[place];
            children[child >> 6] |= 1UL << child;
        }
    }
}
