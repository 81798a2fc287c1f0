using System.Numerics;

namespace Bailiwick.Territories.Proof;

/// <summary>Chooses along which side of which box a piece is cut.</summary>
/// <remarks>
/// The axis that most boxes ask splits the work best; of its sides the one that leaves the fewest boxes in both halves together.
/// Looking at more than a few sides costs more than it saves.
/// </remarks>
internal sealed class CutChooser(BoxBook book)
{
    private const int Looked = 8;

    private readonly int[] asked = new int[ProofSpace.MostAxes];

    /// <summary>The set along which to cut.</summary>
    /// <param name="boxes">Boxes that share cells with the region; at least one leaves out some of it.</param>
    /// <param name="region">The region.</param>
    public int Choose(BoxList boxes, ulong[] region)
    {
        int axis = MostAsked(boxes);
        ulong bit = 1UL << axis;
        int step = Math.Max(1, asked[axis] / Looked);
        (int best, int least) = (-1, int.MaxValue);
        int seen = 0;
        for (int each = 0; each < boxes.Count; each++)
        {
            if ((boxes.Open[each] & bit) == 0 || seen++ % step != 0)
            {
                continue;
            }

            int set = book.SetOf(boxes.Boxes[each], axis);
            int cost = set == best ? int.MaxValue : CostOf(set, boxes, region);
            if (cost < least)
            {
                (best, least) = (set, cost);
            }
        }

        return best;
    }

    private int MostAsked(BoxList boxes)
    {
        Array.Clear(asked);
        foreach (ulong open in boxes.Open)
        {
            for (ulong rest = open; rest != 0; rest &= rest - 1)
            {
                asked[BitOperations.TrailingZeroCount(rest)]++;
            }
        }

        return Array.IndexOf(asked, asked.Max());
    }

    // Boxes in the fuller half count twice: a cut that takes off one box at a time never ends.
    private int CostOf(int set, BoxList boxes, ulong[] region)
    {
        int axis = book.AxisOf(set);
        ReadOnlySpan<ulong> along = book.WordsOf(set);
        ReadOnlySpan<ulong> here = book.Space.On(axis, region);
        (int inside, int outside) = (0, 0);
        for (int each = 0; each < boxes.Count; each++)
        {
            if ((boxes.Open[each] >> axis & 1) == 0)
            {
                (inside, outside) = (inside + 1, outside + 1);
                continue;
            }

            ReadOnlySpan<ulong> members = book.WordsOf(book.SetOf(boxes.Boxes[each], axis));
            ulong held = 0;
            ulong left = 0;
            for (int word = 0; word < members.Length; word++)
            {
                ulong both = here[word] & members[word];
                held |= both & along[word];
                left |= both & ~along[word];
            }

            inside += held != 0 ? 1 : 0;
            outside += left != 0 ? 1 : 0;
        }

        return inside + outside + Math.Max(inside, outside);
    }
}
