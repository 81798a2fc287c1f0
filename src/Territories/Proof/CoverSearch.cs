namespace Bailiwick.Territories.Proof;

/// <summary>Finds any cell that is wanted, or proves that there is none, by cutting space where boxes change.</summary>
/// <remarks>Unlike <see cref="CellSearch"/> it does not look for the smallest, and so can prove that many boxes together cover one.</remarks>
internal sealed class CoverSearch(BoxBook book)
{
    private const int Tries = 16;
    private const int Few = 32;

    private readonly ProofSpace space = book.Space;
    private readonly Cutter cutter = new(book);
    private readonly CutChooser chooser = new(book);
    private readonly Stack<Piece> waiting = new();
    private readonly Stack<Piece> idle = new();

    /// <summary>Steps taken so far: a step is one box compared with one piece.</summary>
    public long Steps { get; private set; }

    /// <summary>Searches.</summary>
    /// <param name="wish">What is asked for.</param>
    /// <param name="budget">Steps allowed.</param>
    public CellAnswer Find(CellWish wish, long budget) =>
        Below(wish, [.. wish.All.OrderBy(list => list.Count)], 0, [.. space.Everything], Steps + budget);

    private CellAnswer Below(CellWish wish, IReadOnlyList<int>[] all, int met, ulong[] region, long end)
    {
        if (met == all.Length)
        {
            return Outside(region, wish.None, end);
        }

        foreach (int box in all[met])
        {
            Steps++;
            if (book.Within(region, box) is { } part && Below(wish, all, met + 1, part, end) is var answer && !answer.IsNone)
            {
                return answer;
            }
        }

        return new CellAnswer(true, null);
    }

    private CellAnswer Outside(ulong[] region, IReadOnlyList<int> none, long end)
    {
        Piece all = Fresh();
        region.CopyTo(all.Region, 0);
        foreach (int box in none)
        {
            if (book.OpenOf(box, region) is { } open)
            {
                all.Boxes.Add(box, open);
            }
        }

        Steps += none.Count;
        waiting.Push(all);
        int[]? found = Chance(all);
        while (found is null && waiting.TryPop(out Piece? piece))
        {
            if (Steps > end)
            {
                Clear();
                return new CellAnswer(false, null);
            }

            found = Look(piece);
            idle.Push(piece);
        }

        Clear();
        return new CellAnswer(true, found);
    }

    // Where much is free, a few blind tries are far cheaper than cuts.
    private int[]? Chance(Piece piece)
    {
        uint seed = 1;
        for (int attempt = 0; attempt < Tries && piece.Boxes.Count > Few; attempt++)
        {
            Steps += piece.Boxes.Count;
            int[] cell = space.SomeOf(piece.Region, ref seed);
            if (!IsHeld(cell, piece.Boxes))
            {
                return cell;
            }
        }

        return null;
    }

    private int[]? Look(Piece piece)
    {
        if (piece.Boxes.EndAtFirstWhole())
        {
            return null;
        }

        Steps += piece.Boxes.Count + 1;
        int[] cell = space.CheapestOf(piece.Region);
        if (!IsHeld(cell, piece.Boxes))
        {
            return cell;
        }

        (Piece inside, Piece outside) = (Fresh(), Fresh());
        cutter.Cut(piece.Region, chooser.Choose(piece.Boxes, piece.Region), inside.Region, outside.Region);
        cutter.Sort(piece.Boxes, inside.Boxes, outside.Boxes);
        waiting.Push(inside);
        waiting.Push(outside);
        return null;
    }

    private bool IsHeld(int[] cell, BoxList boxes)
    {
        foreach (int box in boxes.Boxes)
        {
            if (book.Holds(box, cell))
            {
                return true;
            }
        }

        return false;
    }

    private void Clear()
    {
        while (waiting.TryPop(out Piece? piece))
        {
            idle.Push(piece);
        }
    }

    private Piece Fresh()
    {
        Piece piece = idle.TryPop(out Piece? used) ? used : new Piece(space.Everything.Length);
        piece.Boxes.Clear();
        return piece;
    }
}
