using System.Numerics;

namespace Bailiwick.Territories.Engine;

/// <summary>The table of one level while it is made small: a row a state, equal rows once.</summary>
internal sealed class LevelTable
{
    private readonly ListAxis axis;
    private readonly int[] row;
    private readonly Dictionary<ulong, int> byHash = [];
    private readonly ulong[] weights;
    private readonly ulong allWeights;
    private readonly bool isNarrow;
    private int[] wide = [];
    private ushort[] narrow = [];

    /// <param name="axis">The axis.</param>
    /// <param name="below">Number of values that may follow.</param>
    public LevelTable(ListAxis axis, int below)
    {
        this.axis = axis;
        isNarrow = below <= ushort.MaxValue + 1;
        row = new int[axis.Classes];
        weights = new ulong[axis.Classes];
        for (int member = 0; member < weights.Length; member++)
        {
            allWeights += weights[member] = Mix((ulong)member + 1);
        }
    }

    public int Count { get; private set; }

    public long Bytes => (long)Count * axis.Classes * (isNarrow ? sizeof(ushort) : sizeof(int));

    /// <summary>The number of a state's row.</summary>
    /// <param name="all">What follows the states of the level.</param>
    /// <param name="state">The state.</param>
    /// <param name="small">State of the next level → its number when made small.</param>
    public int Of(Transitions all, int state, int[] small)
    {
        int usual = small[all.UsualOf(state)];
        Array.Fill(row, usual);
        ulong hash = allWeights * Mix((uint)usual);
        foreach ((int member, int next) in all.OthersOf(state))
        {
            row[member] = small[next];
            hash += weights[member] * (Mix((uint)small[next]) - Mix((uint)usual));
        }

        // The hash is a sum over the classes, so it does not depend on which follower was the usual one; two rows with one hash are told apart.
        for (; byHash.TryGetValue(hash, out int known); hash++)
        {
            if (IsRow(known))
            {
                return known;
            }
        }

        byHash[hash] = Count;
        Add();
        return Count - 1;
    }

    public DiagramLevel ToLevel()
    {
        int length = (Count * axis.Classes) + DiagramLevel.Padding;
        Array.Resize(ref narrow, isNarrow ? length : 0);
        Array.Resize(ref wide, isNarrow ? 0 : length);
        return new DiagramLevel(axis, Count, isNarrow ? narrow : null, isNarrow ? null : wide);
    }

    private bool IsRow(int number)
    {
        int start = number * row.Length;
        if (!isNarrow)
        {
            return row.AsSpan().SequenceEqual(wide.AsSpan(start, row.Length));
        }

        for (int member = 0; member < row.Length; member++)
        {
            if (narrow[start + member] != row[member])
            {
                return false;
            }
        }

        return true;
    }

    private void Add()
    {
        int start = Count * row.Length;
        int needed = start + row.Length;
        if (isNarrow)
        {
            Array.Resize(ref narrow, needed > narrow.Length ? Math.Max(needed, narrow.Length * 2) : narrow.Length);
            for (int member = 0; member < row.Length; member++)
            {
                narrow[start + member] = (ushort)row[member];
            }
        }
        else
        {
            Array.Resize(ref wide, needed > wide.Length ? Math.Max(needed, wide.Length * 2) : wide.Length);
            row.CopyTo(wide.AsSpan(start));
        }

        Count++;
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return BitOperations.RotateLeft(bits, 17) | 1;
    }
}
