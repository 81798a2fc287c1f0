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
    private readonly ChildBits bits;

    public OverlapSearch(ProofGround ground, Family family, OverlapTally tally) =>
        (this.ground, this.family, this.tally, bits) = (ground, family, tally, new ChildBits(family));

    /// <summary>Pairs that a limit left open.</summary>
    public long Open { get; private set; }

    /// <summary>Searches all pairs.</summary>
    public void Run()
    {
        ground.Part = ProofPart.Overlaps;
        bool isPlain = family.IsSimple && (ground.Tree.IsRealEverything || family.Matrix.HasReal) && family.Children.All(child => child.Boxes.Length <= 1);
        for (int child = 0; child < family.Children.Length; child++)
        {
            if (family.Children[child].Boxes.IsEmpty)
            {
                continue;
            }

            ground.Cancellation.ThrowIfCancellationRequested();
            bits.Turn(child);
            if (bits.IsAlone)
            {
                continue;
            }

            if (isPlain)
            {
                Array.ForEach(Enum.GetValues<OverlapKind>(), kind => Count(child, kind));
                CountUnreal(child);
                continue;
            }

            foreach (int later in bits.Later())
            {
                Settle(child, later);
            }
        }
    }

    private void Count(int earlier, OverlapKind kind)
    {
        IEnumerable<int> later = bits.Of(kind, out long count);
        tally.Count(kind, isConsistent: true, count);
        foreach (int other in later.TakeWhile(_ => tally.IsWanted(kind, isConsistent: true)))
        {
            Keep(earlier, other, kind, isConsistent: true);
        }
    }

    private void CountUnreal(int earlier)
    {
        IEnumerable<int> later = bits.Unreal(out long count);
        tally.Count(OverlapKind.Crosses, isConsistent: false, count);
        foreach (int other in later.TakeWhile(_ => tally.IsWanted(OverlapKind.Crosses, isConsistent: false)))
        {
            if (KindOf(earlier, other, isReal: false) is { } kind)
            {
                Keep(earlier, other, kind, isConsistent: false);
            }
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

    private CellAnswer Shared(int earlier, int later, bool isReal) =>
        family.IsSimple && (!isReal || ground.Tree.IsRealEverything) ? new CellAnswer(true, [])
        : family.IsSimple && family.Matrix.HasReal ? new CellAnswer(true, bits.SharesReal(later) ? [] : null)
        : ground.Any(WishOf(earlier, later, isReal));

    private OverlapKind? KindOf(int earlier, int later, bool isReal)
    {
        // Rows of real places say nothing of others.
        bool isTold = isReal || !family.Matrix.HasReal;
        if (IsWithin(earlier, later, isTold && bits.IsSurelyWithin(later), isReal) is not { } refines)
        {
            return null;
        }

        return refines ? OverlapKind.Refines : IsWithin(later, earlier, isTold && bits.IsSurelyAround(later), isReal) switch
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

        if (family.IsSimple && ground.Tree.IsRealEverything && family.Children[inner].Boxes.Any(box => IsAtMostInOne(box, family.Children[outer])))
        {
            return false;
        }

        CellAnswer own = ground.Any(family.Reach.Wish([.. RealFor(isReal), family.Children[inner].Boxes], family.Children[outer].Boxes));
        return own.IsDecided ? own.IsNone : null;
    }

    // Not held by one box, and not by several together either: no other shares a cell with it.
    private bool IsAtMostInOne(int box, ProofNode outer)
    {
        int meeting = 0;
        foreach (int other in outer.Boxes)
        {
            if (ground.Book.Share(box, other, family.Region))
            {
                meeting += ground.Book.IsHeld(box, other, family.Region) ? 2 : 1;
            }
        }

        return meeting <= 1 && ground.Book.OpenOf(box, family.Region) is not null;
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
