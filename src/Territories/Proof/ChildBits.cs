namespace Bailiwick.Territories.Proof;

/// <summary>One child of a family compared with all others, as bits of their boxes.</summary>
internal sealed class ChildBits(Family family)
{
    private readonly SiblingMatrix matrix = family.Matrix;
    private readonly ulong[] sharing = new ulong[family.Matrix.Words];
    private readonly ulong[] sharingReal = new ulong[family.Matrix.Words];
    private readonly ulong[] heldBy = new ulong[family.Matrix.Words];
    private readonly ulong[] row = new ulong[family.Matrix.Words];
    private readonly List<ulong[]> holding = [];

    /// <summary>No later child shares a cell.</summary>
    public bool IsAlone => !sharing.AsSpan().ContainsAnyExcept(0UL);

    /// <summary>Turns to a child.</summary>
    public void Turn(int child)
    {
        Gather(child, sharing, matrix.Sharing);
        ForgetBefore(family.FirstOf(child + 1));
        holding.Clear();
        if (IsAlone)
        {
            return;
        }

        sharing.CopyTo(sharingReal, 0);
        if (matrix.HasReal)
        {
            Gather(child, heldBy, matrix.SharingReal);
            Bits.And(sharingReal, heldBy);
        }

        Gather(child, heldBy, matrix.HasReal ? matrix.HeldByReal : matrix.HeldBy);
        for (int place = family.FirstOf(child); place < family.FirstOf(child + 1); place++)
        {
            if (matrix.IsValid(place))
            {
                if (matrix.HasReal)
                {
                    matrix.HoldingReal(matrix.Boxes[place], row);
                }
                else
                {
                    matrix.Holding(matrix.Boxes[place], row);
                }

                holding.Add([.. row]);
            }
        }
    }

    /// <summary>Later children that share a cell, ascending.</summary>
    public IEnumerable<int> Later()
    {
        int last = -1;
        foreach (int place in Bits.Of(sharing))
        {
            if (family.ChildOf[place] != last)
            {
                last = family.ChildOf[place];
                yield return last;
            }
        }
    }

    /// <summary>A later child shares a cell where real places can be; without rows of real places, any cell.</summary>
    public bool SharesReal(int later) => Enumerable.Range(family.FirstOf(later), family.FirstOf(later + 1) - family.FirstOf(later)).Any(place => Has(sharingReal, place));

    /// <summary>Later children that share cells only where no real place can be.</summary>
    /// <param name="count">Becomes how many there are, where every child is one box.</param>
    public IEnumerable<int> Unreal(out long count)
    {
        ulong[] unreal = [.. sharing];
        Bits.AndNot(unreal, sharingReal);
        count = Bits.Count(unreal);
        return Bits.Of(unreal).Select(place => family.ChildOf[place]);
    }

    /// <summary>Each box of the child lies within one box of the other.</summary>
    public bool IsSurelyWithin(int other) => holding.TrueForAll(held => Enumerable.Range(family.FirstOf(other), family.FirstOf(other + 1) - family.FirstOf(other)).Any(place => Has(held, place)));

    /// <summary>Each box of the other lies within one box of the child.</summary>
    public bool IsSurelyAround(int other)
    {
        for (int place = family.FirstOf(other); place < family.FirstOf(other + 1); place++)
        {
            if (matrix.IsValid(place) && !Has(heldBy, place))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Later children of a kind, where every child is one box: no two boxes together say more than each alone.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="count">Becomes how many there are.</param>
    public IEnumerable<int> Of(OverlapKind kind, out long count)
    {
        ulong[] joined = [.. sharingReal];
        ulong[] refining = holding[0];
        switch (kind)
        {
            case OverlapKind.Refines: Bits.And(joined, refining); break;
            case OverlapKind.Crosses: Bits.AndNot(joined, refining); Bits.AndNot(joined, heldBy); break;
            case OverlapKind.Hides: Bits.And(joined, heldBy); Bits.AndNot(joined, refining); break;
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, "no kind of overlap");
        }

        count = Bits.Count(joined);
        return Bits.Of(joined).Select(place => family.ChildOf[place]);
    }

    private void Gather(int child, ulong[] into, RowOf rowOf)
    {
        Array.Clear(into);
        foreach (int box in family.Children[child].Boxes)
        {
            rowOf(box, row);
            Bits.Or(into, row);
        }
    }

    private void ForgetBefore(int place)
    {
        sharing.AsSpan(0, place >> 6).Clear();
        if (place >> 6 < sharing.Length)
        {
            sharing[place >> 6] &= ulong.MaxValue << place;
        }
    }

    private static bool Has(ulong[] bits, int place) => (bits[place >> 6] >> place & 1) != 0;

    private delegate void RowOf(int box, Span<ulong> row);
}
