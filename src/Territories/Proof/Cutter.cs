namespace Bailiwick.Territories.Proof;

/// <summary>Cuts a region along the side of a box, and sorts lists of boxes into the two halves.</summary>
internal sealed class Cutter(BoxBook book)
{
    private readonly ProofSpace space = book.Space;
    private byte[] fits = new byte[book.Sets];
    private int[] stamps = new int[book.Sets];
    private int stamp;
    private int axis;
    private int set;
    private ulong[] whole = [];

    /// <summary>Cuts a region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="along">A set that holds some of it and leaves some out.</param>
    /// <param name="inside">Becomes what the set holds.</param>
    /// <param name="outside">Becomes what the set leaves out.</param>
    public void Cut(ulong[] region, int along, ulong[] inside, ulong[] outside)
    {
        (whole, set, axis) = (region, along, book.AxisOf(along));
        stamp++;
        if (stamps.Length < book.Sets)
        {
            Array.Resize(ref fits, book.Sets * 2);
            Array.Resize(ref stamps, book.Sets * 2);
        }

        region.CopyTo(inside, 0);
        region.CopyTo(outside, 0);
        ReadOnlySpan<ulong> members = book.WordsOf(along);
        Span<ulong> kept = space.On(axis, inside);
        Span<ulong> left = space.On(axis, outside);
        for (int word = 0; word < members.Length; word++)
        {
            kept[word] &= members[word];
            left[word] &= ~members[word];
        }
    }

    /// <summary>Sorts boxes of the region last cut into its halves.</summary>
    public void Sort(BoxList boxes, BoxList inside, BoxList outside)
    {
        ulong bit = 1UL << axis;
        for (int each = 0; each < boxes.Count; each++)
        {
            int box = boxes.Boxes[each];
            ulong open = boxes.Open[each];
            if ((open & bit) == 0)
            {
                inside.Add(box, open);
                outside.Add(box, open);
                continue;
            }

            int fit = FitsOf(book.SetOf(box, axis));
            Place(inside, box, open, bit, (Fit)(fit & 3));
            Place(outside, box, open, bit, (Fit)(fit >> 2));
        }
    }

    private static void Place(BoxList list, int box, ulong open, ulong bit, Fit fit)
    {
        if (fit != Fit.Apart)
        {
            list.Add(box, fit == Fit.Wholly ? open & ~bit : open);
        }
    }

    // How a set stands to both halves; asked once a cut.
    private int FitsOf(int other)
    {
        if (stamps[other] == stamp)
        {
            return fits[other];
        }

        ReadOnlySpan<ulong> members = book.WordsOf(other);
        ReadOnlySpan<ulong> along = book.WordsOf(set);
        ReadOnlySpan<ulong> asked = space.On(axis, whole);
        ulong insideHeld = 0;
        ulong insideLeft = 0;
        ulong outsideHeld = 0;
        ulong outsideLeft = 0;
        for (int word = 0; word < asked.Length; word++)
        {
            ulong inside = asked[word] & along[word];
            ulong outside = asked[word] & ~along[word];
            insideHeld |= inside & members[word];
            insideLeft |= inside & ~members[word];
            outsideHeld |= outside & members[word];
            outsideLeft |= outside & ~members[word];
        }

        stamps[other] = stamp;
        return fits[other] = (byte)((int)FitOf(insideHeld, insideLeft) | ((int)FitOf(outsideHeld, outsideLeft) << 2));
    }

    private static Fit FitOf(ulong held, ulong left) => held == 0 ? Fit.Apart : left == 0 ? Fit.Wholly : Fit.Partly;
}
