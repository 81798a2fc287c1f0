using System.Numerics;

namespace Bailiwick.Territories.Proof;

/// <summary>What is asked for: a cell in one box at least of every list, and in no box of <paramref name="None"/>.</summary>
/// <param name="All">Lists of boxes; an empty one holds nothing.</param>
/// <param name="None">Boxes that must not hold it.</param>
internal sealed record CellWish(IReadOnlyList<IReadOnlyList<int>> All, IReadOnlyList<int> None);

/// <summary>What a search came to.</summary>
/// <param name="IsDecided">False when the budget ended it.</param>
/// <param name="Cell">The cell; null when there is none, or it is not decided.</param>
internal readonly record struct CellAnswer(bool IsDecided, int[]? Cell)
{
    /// <summary>It is certain that there is none.</summary>
    public bool IsNone => IsDecided && Cell is null;
}

/// <summary>Finds the cell that fills the fewest columns among those that are wanted; of several the lowest by class.</summary>
/// <remarks>
/// Best first: the region whose cheapest cell is cheapest is looked at next, so the first wanted cell is the smallest. A region whose
/// cheapest cell is not wanted is parted along the box that says so.
/// </remarks>
internal sealed class CellSearch(BoxBook book)
{
    // A region takes some hundred bytes.
    private const int MostWaiting = 200_000;

    private readonly ProofSpace space = book.Space;

    /// <summary>Steps taken so far: a step is one box compared with one region.</summary>
    public long Steps { get; private set; }

    /// <summary>Searches.</summary>
    /// <param name="wish">What is asked for.</param>
    /// <param name="budget">Steps allowed.</param>
    public CellAnswer Find(CellWish wish, long budget)
    {
        long end = Steps + budget;
        var waiting = new PriorityQueue<Open, int[]>(Comparer<int[]>.Create((left, right) => space.Compare(left, right)));
        void Add(ulong[] region, int met, IReadOnlyList<int> none) => waiting.Enqueue(new Open(region, met, none), space.CheapestOf(region));

        Add(space.Everything, 0, wish.None);
        while (waiting.TryDequeue(out Open? open, out int[]? cell))
        {
            if (Steps > end || waiting.Count > MostWaiting)
            {
                return new CellAnswer(false, null);
            }

            (ulong[] region, int met, IReadOnlyList<int> none) = open;
            while (met < wish.All.Count && HoldsWholly(wish.All[met], region))
            {
                met++;
            }

            if (met < wish.All.Count)
            {
                foreach (int box in wish.All[met])
                {
                    if (book.Within(region, box) is { } part)
                    {
                        Add(part, met + 1, none);
                    }
                }

                continue;
            }

            if (Nearest(none, region, cell) is not { } left)
            {
                continue;
            }

            if (left.Holding < 0)
            {
                return new CellAnswer(true, cell);
            }

            foreach (ulong[] part in Without(region, left.Holding, left.OpenAxes))
            {
                Add(part, met, left.Boxes);
            }
        }

        return new CellAnswer(true, null);
    }

    private bool HoldsWholly(IReadOnlyList<int> boxes, ulong[] region)
    {
        Steps += boxes.Count;
        foreach (int box in boxes)
        {
            if (book.OpenOf(box, region) == 0)
            {
                return true;
            }
        }

        return false;
    }

    // The boxes that still share cells with the region, and of those that hold its cheapest cell the one that leaves out the least; null when one holds all.
    private Left? Nearest(IReadOnlyList<int> none, ulong[] region, int[] cell)
    {
        Steps += none.Count;
        var boxes = new List<int>();
        (int holding, ulong openAxes) = (-1, ulong.MaxValue);
        foreach (int box in none)
        {
            if (book.OpenOf(box, region) is not { } open)
            {
                continue;
            }

            if (open == 0)
            {
                return null;
            }

            boxes.Add(box);
            if (BitOperations.PopCount(open) < BitOperations.PopCount(openAxes) && book.Holds(box, cell))
            {
                (holding, openAxes) = (box, open);
            }
        }

        return new Left(boxes, holding, openAxes);
    }

    // What a box leaves of a region, as disjoint regions.
    private IEnumerable<ulong[]> Without(ulong[] region, int box, ulong openAxes)
    {
        ulong[] within = [.. region];
        for (ulong rest = openAxes; rest != 0; rest &= rest - 1)
        {
            int axis = BitOperations.TrailingZeroCount(rest);
            ReadOnlySpan<ulong> members = book.WordsOf(book.SetOf(box, axis));
            ulong[] part = [.. within];
            Keep(space.On(axis, part), members, isInside: false);
            Keep(space.On(axis, within), members, isInside: true);
            yield return part;
        }
    }

    private static void Keep(Span<ulong> words, ReadOnlySpan<ulong> members, bool isInside)
    {
        for (int word = 0; word < words.Length; word++)
        {
            words[word] &= isInside ? members[word] : ~members[word];
        }
    }

    private sealed record Open(ulong[] Region, int Met, IReadOnlyList<int> None);

    private sealed record Left(List<int> Boxes, int Holding, ulong OpenAxes);
}
