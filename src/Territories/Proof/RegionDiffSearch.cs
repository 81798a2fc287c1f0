namespace Bailiwick.Territories.Proof;

/// <summary>Finds every region that ends elsewhere in one tree than in another, by cutting space until each piece has one end in both.</summary>
/// <remarks>What is the same in both lists of a piece is left alone: cuts follow the boxes that differ, so an edit costs what it touches.</remarks>
internal sealed class RegionDiffSearch
{
    private readonly BoxBook book;
    private readonly (ProofTree Before, ProofTree After) trees;
    private readonly Action<ProofNode, ProofNode, ulong[]> sink;
    private readonly Sameness same;
    private readonly Cutter cutter;
    private readonly CutChooser chooser;
    private readonly Stack<PiecePair> waiting = new();
    private readonly BoxList differing = new();

    /// <param name="trees">Both trees, in one book.</param>
    /// <param name="sink">Takes both ends and the region; it is used again, so copy what is kept.</param>
    public RegionDiffSearch((ProofTree Before, ProofTree After) trees, Action<ProofNode, ProofNode, ulong[]> sink)
    {
        (this.trees, this.sink, book) = (trees, sink, trees.Before.Book);
        (same, cutter, chooser) = (new Sameness(book), new Cutter(book), new CutChooser(book));
    }

    /// <summary>Searches.</summary>
    /// <param name="budget">Steps allowed: a step is one box compared with one piece.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    /// <returns>False when the budget ended the search.</returns>
    public bool Run(long budget, CancellationToken cancellation)
    {
        var all = new PiecePair([.. book.Space.Everything]);
        Enter(all.Before, trees.Before.Root, all.Region);
        Enter(all.After, trees.After.Root, all.Region);
        for (waiting.Push(all); budget >= 0 && waiting.TryPop(out PiecePair? pair);)
        {
            cancellation.ThrowIfCancellationRequested();
            budget -= pair.Before.Boxes.Count + pair.After.Boxes.Count + 1;
            if (!Settle(pair))
            {
                Cut(pair);
            }
        }

        return budget >= 0;
    }

    private void Enter(WalkOfPiece walk, ProofNode node, ulong[] region)
    {
        walk.Node = node;
        walk.Boxes.Clear();
        foreach (ProofNode child in node.Children)
        {
            foreach (int box in child.Boxes)
            {
                if (book.OpenOf(box, region) is { } open)
                {
                    walk.Boxes.Add(box, open);
                }
            }
        }
    }

    // False when the piece must be cut.
    private bool Settle(PiecePair pair)
    {
        for (bool hasMoved = true; hasMoved;)
        {
            pair.Before.Ends = pair.Before.Boxes.EndAtFirstWhole();
            pair.After.Ends = pair.After.Boxes.EndAtFirstWhole();
            if (IsSame(pair))
            {
                return true;
            }

            hasMoved = Move(pair.Before, trees.Before, pair.Region) | Move(pair.After, trees.After, pair.Region);
        }

        if (pair.Before.Boxes.Count > 0 || pair.After.Boxes.Count > 0)
        {
            return false;
        }

        // Both stand where they end; no row is where nothing can be.
        if (pair.Before.Node == trees.Before.Impossible || same.RestOf(pair.Before.Node) == same.RestOf(pair.After.Node))
        {
            return true;
        }

        sink(pair.Before.Node, pair.After.Node, pair.Region);
        return true;
    }

    private bool Move(WalkOfPiece walk, ProofTree tree, ulong[] region)
    {
        if (walk.Boxes.Count > (walk.Ends ? 1 : 0) || (walk.Ends ? tree.NodeOf[walk.Boxes.Boxes[0]] : walk.Node.Rest) is not { } next)
        {
            return false;
        }

        Enter(walk, next, region);
        return true;
    }

    private bool IsSame(PiecePair pair)
    {
        int count = pair.Before.Boxes.Count;
        return count == pair.After.Boxes.Count
            && pair.Before.Ends == pair.After.Ends
            && SameFrom(pair, 0, 0) == count
            && (pair.Before.Ends || same.RestOf(pair.Before.Node) == same.RestOf(pair.After.Node));
    }

    // How many in a row are the same, forwards from two places.
    private int SameFrom(PiecePair pair, int before, int after)
    {
        int most = Math.Min(pair.Before.Boxes.Count - before, pair.After.Boxes.Count - after);
        int count = 0;
        while (count < most && IsSame(pair, before + count, after + count))
        {
            count++;
        }

        return count;
    }

    private bool IsSame(PiecePair pair, int before, int after)
    {
        (int left, int right) = (pair.Before.Boxes.Boxes[before], pair.After.Boxes.Boxes[after]);
        return same.Of(left) == same.Of(right) && same.Of(trees.Before.NodeOf[left]) == same.Of(trees.After.NodeOf[right]);
    }

    private void Cut(PiecePair pair)
    {
        (PiecePair inside, PiecePair outside) = (new PiecePair(pair), new PiecePair(pair));
        cutter.Cut(pair.Region, chooser.Choose(Differing(pair), pair.Region), inside.Region, outside.Region);
        cutter.Sort(pair.Before.Boxes, inside.Before.Boxes, outside.Before.Boxes);
        cutter.Sort(pair.After.Boxes, inside.After.Boxes, outside.After.Boxes);
        waiting.Push(outside);
        waiting.Push(inside);
    }

    // The boxes along which to cut: those that differ; where all that differ hold the whole piece, those before them.
    private BoxList Differing(PiecePair pair)
    {
        BoxList before = pair.Before.Boxes;
        BoxList after = pair.After.Boxes;
        int first = SameFrom(pair, 0, 0);
        int last = 0;
        while (last < Math.Min(before.Count, after.Count) - first && IsSame(pair, before.Count - 1 - last, after.Count - 1 - last))
        {
            last++;
        }

        differing.Clear();
        AddOpen(before, first, before.Count - last);
        AddOpen(after, first, after.Count - last);
        if (differing.Count == 0)
        {
            AddOpen(before, 0, before.Count);
            AddOpen(after, 0, after.Count);
        }

        return differing;
    }

    private void AddOpen(BoxList boxes, int from, int until)
    {
        for (int each = from; each < until; each++)
        {
            if (boxes.Open[each] != 0)
            {
                differing.Add(boxes.Boxes[each], boxes.Open[each]);
            }
        }
    }

    /// <summary>How far a piece has walked in one tree.</summary>
    private sealed class WalkOfPiece
    {
        public ProofNode Node { get; set; } = null!;

        public BoxList Boxes { get; } = new();

        public bool Ends { get; set; }
    }

    /// <summary>A region with its walks in both trees.</summary>
    private sealed class PiecePair(ulong[] region)
    {
        public PiecePair(PiecePair whole)
            : this(new ulong[whole.Region.Length])
        {
            (Before.Node, After.Node) = (whole.Before.Node, whole.After.Node);
        }

        public ulong[] Region { get; } = region;

        public WalkOfPiece Before { get; } = new();

        public WalkOfPiece After { get; } = new();
    }
}
