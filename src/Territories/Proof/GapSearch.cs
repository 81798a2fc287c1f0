namespace Bailiwick.Territories.Proof;

/// <summary>Finds every region in which the walk down a tree ends in a gap, by cutting space until each piece has one answer.</summary>
/// <remarks>
/// A piece keeps the boxes that still share a cell with it; a box that holds the whole piece ends its list. Cuts follow the sides of
/// boxes. Pieces are disjoint, so their cells add up.
/// </remarks>
internal sealed class GapSearch
{
    private readonly BoxBook book;
    private readonly IReadOnlyList<ProofNode> nodeOf;
    private readonly IGapSink sink;
    private readonly Cutter cutter;
    private readonly CutChooser chooser;
    private readonly Stack<Piece> waiting = new();
    private readonly Stack<Piece> idle = new();

    /// <param name="book">All boxes.</param>
    /// <param name="nodeOf">Per box the node that it leads to.</param>
    /// <param name="sink">Takes what is found.</param>
    /// <param name="budget">Steps allowed: a step is one box compared with one piece.</param>
    public GapSearch(BoxBook book, IReadOnlyList<ProofNode> nodeOf, IGapSink sink, long budget)
    {
        this.book = book;
        this.nodeOf = nodeOf;
        this.sink = sink;
        Budget = budget;
        cutter = new Cutter(book);
        chooser = new CutChooser(book);
    }

    /// <summary>Steps left; below 0 when they ended the search.</summary>
    public long Budget { get; private set; }

    /// <summary>Searches below a node.</summary>
    /// <param name="start">The node whose children are asked first.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    /// <returns>False when the budget ended the search.</returns>
    public bool Run(ProofNode start, CancellationToken cancellation = default)
    {
        Piece all = Fresh();
        book.Space.Everything.CopyTo(all.Region, 0);
        Enter(all, start);
        for (waiting.Push(all); waiting.TryPop(out Piece? piece) && Budget >= 0; idle.Push(piece))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Settle(piece))
            {
                Cut(piece);
            }
        }

        return Budget >= 0;
    }

    private void Enter(Piece piece, ProofNode node)
    {
        piece.Node = node;
        piece.Boxes.Clear();
        foreach (ProofNode child in node.Children)
        {
            Budget -= child.Boxes.Length;
            foreach (int box in child.Boxes)
            {
                if (book.OpenOf(box, piece.Region) is { } open)
                {
                    piece.Boxes.Add(box, open);
                }
            }
        }
    }

    // Walks on as far as the whole piece goes one way; false when it must be cut.
    private bool Settle(Piece piece)
    {
        for (; ; )
        {
            bool ends = piece.Boxes.EndAtFirstWhole();
            if (IsClosed(piece, ends))
            {
                return true;
            }

            if (piece.Boxes.Count > (ends ? 1 : 0))
            {
                return false;
            }

            if ((ends ? nodeOf[piece.Boxes.Boxes[0]] : piece.Node.Rest) is { } next)
            {
                Enter(piece, next);
            }
            else
            {
                sink.Add(piece.Node, piece.Region);
                return true;
            }
        }
    }

    // Whether every way on from here leads to an answer, so that it need not be known which.
    private bool IsClosed(Piece piece, bool ends)
    {
        if (!ends && (piece.Node.LeavesGap || piece.Node.Rest?.IsClosed == false))
        {
            return false;
        }

        foreach (int box in piece.Boxes.Boxes)
        {
            if (!nodeOf[box].IsClosed)
            {
                return false;
            }
        }

        return true;
    }

    private void Cut(Piece piece)
    {
        Budget -= piece.Boxes.Count + 1;
        (Piece inside, Piece outside) = (Fresh(), Fresh());
        cutter.Cut(piece.Region, chooser.Choose(piece.Boxes, piece.Region), inside.Region, outside.Region);
        (inside.Node, outside.Node) = (piece.Node, piece.Node);
        cutter.Sort(piece.Boxes, inside.Boxes, outside.Boxes);
        waiting.Push(outside);
        waiting.Push(inside);
    }

    private Piece Fresh()
    {
        Piece piece = idle.TryPop(out Piece? used) ? used : new Piece(book.Space.Everything.Length);
        piece.Boxes.Clear();
        return piece;
    }
}

/// <summary>Takes the regions that a search finds.</summary>
internal interface IGapSink
{
    /// <summary>A region of gap.</summary>
    /// <param name="node">The node of which no child takes it.</param>
    /// <param name="region">The region; it is used again, so copy what is kept.</param>
    void Add(ProofNode node, ulong[] region);
}
