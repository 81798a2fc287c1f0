namespace Bailiwick.Territories.Proof;

/// <summary>Boxes that still share a cell with a piece, each with the axes on which it leaves out some of it.</summary>
internal sealed class BoxList
{
    private int[] boxes = new int[8];
    private ulong[] open = new ulong[8];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Boxes => boxes.AsSpan(0, Count);

    public ReadOnlySpan<ulong> Open => open.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int box, ulong openAxes)
    {
        if (Count == boxes.Length)
        {
            Array.Resize(ref boxes, Count * 2);
            Array.Resize(ref open, Count * 2);
        }

        (boxes[Count], open[Count]) = (box, openAxes);
        Count++;
    }

    /// <summary>Forgets all after the first that holds the whole piece.</summary>
    /// <returns>Whether there is one; it is the last then.</returns>
    public bool EndAtFirstWhole()
    {
        int whole = open.AsSpan(0, Count).IndexOf(0UL);
        Count = whole < 0 ? Count : whole + 1;
        return whole >= 0;
    }
}

/// <summary>A region with what is still to be asked of it.</summary>
internal sealed class Piece(int words)
{
    public ulong[] Region { get; } = new ulong[words];

    /// <summary>The node whose children are asked.</summary>
    public ProofNode Node { get; set; } = null!;

    /// <summary>Boxes of the children, in the order in which they are asked.</summary>
    public BoxList Boxes { get; } = new();
}
