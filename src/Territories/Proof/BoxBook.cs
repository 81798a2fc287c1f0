using System.Numerics;
using System.Runtime.InteropServices;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Proof;

/// <summary>How a set of classes stands to a region on its axis.</summary>
internal enum Fit
{
    /// <summary>They share no class.</summary>
    Apart,

    /// <summary>The set holds some classes of the region.</summary>
    Partly,

    /// <summary>The set holds every class of the region.</summary>
    Wholly,
}

/// <summary>All boxes of a proof in flat arrays; equal sets of classes are kept once.</summary>
internal sealed class BoxBook(ProofSpace space)
{
    private readonly Dictionary<(int Axis, ClassSet Classes), int> known = [];
    private readonly List<int> axisOf = [];
    private readonly List<int> startOf = [];
    private readonly List<ulong> words = [];
    private readonly List<int> setsOf = [];
    private readonly List<ulong> maskOf = [];

    public ProofSpace Space { get; } = space;

    /// <summary>Number of boxes.</summary>
    public int Count => maskOf.Count;

    /// <summary>Number of distinct sets.</summary>
    public int Sets => axisOf.Count;

    /// <summary>Adds a box.</summary>
    /// <returns>Its number.</returns>
    public int Add(Box box)
    {
        int number = Count;
        CollectionsMarshal.SetCount(setsOf, setsOf.Count + Space.Axes);
        Span<int> row = CollectionsMarshal.AsSpan(setsOf)[^Space.Axes..];
        row.Fill(-1);
        ulong mask = 0;
        foreach (BoxSide side in box.Sides)
        {
            row[side.Axis] = NumberOf(side);
            mask |= 1UL << side.Axis;
        }

        maskOf.Add(mask);
        return number;
    }

    /// <summary>The sets of a box, one an axis, −1 where it is free: boxes with the same are the same.</summary>
    public ReadOnlySpan<int> SetsOf(int box) => CollectionsMarshal.AsSpan(setsOf).Slice(box * Space.Axes, Space.Axes);

    /// <summary>The axes that a box asks, as bits.</summary>
    public ulong MaskOf(int box) => maskOf[box];

    /// <summary>The set that a box allows on an axis that it asks.</summary>
    public int SetOf(int box, int axis) => setsOf[(box * Space.Axes) + axis];

    /// <summary>The axis of a set.</summary>
    public int AxisOf(int set) => axisOf[set];

    /// <summary>The words of a set.</summary>
    public ReadOnlySpan<ulong> WordsOf(int set)
    {
        int axis = axisOf[set];
        return CollectionsMarshal.AsSpan(words).Slice(startOf[set], Space.WordStart[axis + 1] - Space.WordStart[axis]);
    }

    /// <summary>How a set stands to a region.</summary>
    public Fit FitOf(int set, ulong[] region)
    {
        ReadOnlySpan<ulong> members = WordsOf(set);
        ReadOnlySpan<ulong> asked = region.AsSpan(Space.WordStart[axisOf[set]], members.Length);
        ulong inside = 0;
        ulong outside = 0;
        for (int word = 0; word < members.Length; word++)
        {
            inside |= asked[word] & members[word];
            outside |= asked[word] & ~members[word];
        }

        return inside == 0 ? Fit.Apart : outside == 0 ? Fit.Wholly : Fit.Partly;
    }

    /// <summary>The axes on which a box leaves out some of a region, as bits; null when they share no cell. No bit: the box holds all of it.</summary>
    public ulong? OpenOf(int box, ulong[] region)
    {
        ulong open = 0;
        for (ulong rest = maskOf[box]; rest != 0; rest &= rest - 1)
        {
            int axis = BitOperations.TrailingZeroCount(rest);
            switch (FitOf(SetOf(box, axis), region))
            {
                case Fit.Apart: return null;
                case Fit.Partly: open |= 1UL << axis; break;
                case Fit.Wholly: break;
                default: throw new InvalidOperationException();
            }
        }

        return open;
    }

    /// <summary>What a box holds of a region; null when nothing.</summary>
    public ulong[]? Within(ulong[] region, int box)
    {
        if (OpenOf(box, region) is not { } open)
        {
            return null;
        }

        ulong[] part = [.. region];
        for (ulong rest = open; rest != 0; rest &= rest - 1)
        {
            int axis = BitOperations.TrailingZeroCount(rest);
            Bits.And(Space.On(axis, part), WordsOf(SetOf(box, axis)));
        }

        return part;
    }

    /// <summary>Whether a box holds a cell.</summary>
    public bool Holds(int box, ReadOnlySpan<int> cell)
    {
        for (ulong rest = maskOf[box]; rest != 0; rest &= rest - 1)
        {
            int axis = BitOperations.TrailingZeroCount(rest);
            if ((WordsOf(SetOf(box, axis))[cell[axis] >> 6] >> cell[axis] & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two boxes share a cell of a region.</summary>
    public bool Share(int left, int right, ulong[] region)
    {
        for (ulong rest = maskOf[left] | maskOf[right]; rest != 0; rest &= rest - 1)
        {
            int axis = BitOperations.TrailingZeroCount(rest);
            if (!Meets(axis, left, right, region, isTurned: false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a box holds all that a region leaves of another.</summary>
    public bool IsHeld(int inner, int outer, ulong[] region)
    {
        for (ulong rest = maskOf[outer]; rest != 0; rest &= rest - 1)
        {
            int axis = BitOperations.TrailingZeroCount(rest);
            if (Meets(axis, inner, outer, region, isTurned: true))
            {
                return false;
            }
        }

        return true;
    }

    // Whether the region has a class on the axis that the left allows and the right allows, or, turned, does not.
    private bool Meets(int axis, int left, int right, ulong[] region, bool isTurned)
    {
        ReadOnlySpan<ulong> asked = Space.On(axis, region);
        ReadOnlySpan<ulong> ofLeft = (maskOf[left] >> axis & 1) == 0 ? asked : WordsOf(SetOf(left, axis));
        ReadOnlySpan<ulong> ofRight = (maskOf[right] >> axis & 1) == 0 ? asked : WordsOf(SetOf(right, axis));
        for (int word = 0; word < asked.Length; word++)
        {
            if ((asked[word] & ofLeft[word] & (isTurned ? ~ofRight[word] : ofRight[word])) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A region as a box.</summary>
    public Box BoxOf(ulong[] region) => Box.Of(Enumerable.Range(0, Space.Axes).Select(axis => new BoxSide(axis, SetOn(axis, region))))!;

    private ClassSet SetOn(int axis, ulong[] region) =>
        ClassSet.Of(Space.Columns[axis].Length, Enumerable.Range(0, Space.Columns[axis].Length).Where(each => (region[Space.WordStart[axis] + (each >> 6)] >> each & 1) != 0));

    private int NumberOf(BoxSide side)
    {
        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (side.Axis, side.Classes), out bool isKnown);
        if (!isKnown)
        {
            number = Sets;
            axisOf.Add(side.Axis);
            startOf.Add(words.Count);
            words.AddRange(side.Classes.Words);
        }

        return number;
    }
}
