using System.Numerics;

namespace Bailiwick.Territories.Proof;

/// <summary>Tells how much of a region real places can be in, and how much none.</summary>
/// <remarks>Only the axes of places have a say, so regions with the same places are parted once.</remarks>
/// <param name="book">All boxes.</param>
/// <param name="real">Boxes of which real places consist.</param>
internal sealed class PlaceSplit(BoxBook book, IReadOnlyList<int> real)
{
    private readonly ProofSpace space = book.Space;
    private readonly Cutter cutter = new(book);
    private readonly CutChooser chooser = new(book);
    private readonly ulong axes = real.Aggregate(0UL, (mask, box) => mask | book.MaskOf(box));
    private readonly Dictionary<ulong[], Parted> known = new(WordsComparer.Instance);

    /// <summary>The parts of a region: where real places can be, and where none can.</summary>
    public IEnumerable<RegionPart> Of(ulong[] region)
    {
        BigInteger cells = space.CellsOf(region);
        int[] cheapest = space.CheapestOf(region);
        if (real.Any(box => book.MaskOf(box) == 0))
        {
            return [new RegionPart(true, cells, cheapest)];
        }

        Parted parted = PartedOf(region, cheapest);
        BigInteger places = parted.Real.Places + parted.Unreal.Places;
        return new[] { (IsReal: true, Half: parted.Real), (IsReal: false, Half: parted.Unreal) }
            .Where(each => each.Half.Cell is not null)
            .Select(each => new RegionPart(each.IsReal, cells * each.Half.Places / places, Joined(cheapest, each.Half.Cell!)));
    }

    private Parted PartedOf(ulong[] region, int[] cheapest)
    {
        ulong[] places = [.. Axes().SelectMany(axis => space.On(axis, region).ToArray())];
        if (!known.TryGetValue(places, out Parted? parted))
        {
            known[places] = parted = Part(region, cheapest);
        }

        return parted;
    }

    private Parted Part(ulong[] region, int[] cheapest)
    {
        var parted = new Parted();
        var waiting = new Stack<(ulong[] Region, BoxList Boxes)>();
        var all = new BoxList();
        foreach (int box in real)
        {
            if (book.OpenOf(box, region) is { } open)
            {
                all.Add(box, open);
            }
        }

        for (waiting.Push((region, all)); waiting.TryPop(out (ulong[] Region, BoxList Boxes) piece);)
        {
            bool isReal = piece.Boxes.Open.Contains(0UL);
            if (isReal || piece.Boxes.Count == 0)
            {
                Half half = isReal ? parted.Real : parted.Unreal;
                half.Places += PlacesOf(piece.Region);
                int[] cell = Joined(cheapest, space.CheapestOf(piece.Region));
                half.Cell = half.Cell is null || space.Compare(cell, half.Cell) < 0 ? cell : half.Cell;
                continue;
            }

            (ulong[] inside, ulong[] outside) = (new ulong[region.Length], new ulong[region.Length]);
            (BoxList within, BoxList without) = (new BoxList(), new BoxList());
            cutter.Cut(piece.Region, chooser.Choose(piece.Boxes, piece.Region), inside, outside);
            cutter.Sort(piece.Boxes, within, without);
            waiting.Push((outside, without));
            waiting.Push((inside, within));
        }

        return parted;
    }

    private BigInteger PlacesOf(ulong[] region) => Axes().Aggregate(BigInteger.One, (product, axis) => product * Bits.Count(space.On(axis, region)));

    // The places of one cell with the rest of another.
    private int[] Joined(int[] cell, int[] placed)
    {
        int[] joined = [.. cell];
        foreach (int axis in Axes())
        {
            joined[axis] = placed[axis];
        }

        return joined;
    }

    private IEnumerable<int> Axes() => Enumerable.Range(0, space.Axes).Where(axis => (axes >> axis & 1) != 0);

    private sealed class Parted
    {
        public Half Real { get; } = new();

        public Half Unreal { get; } = new();
    }

    /// <summary>Combinations of places, and the cell of them that fills the fewest columns; null when there are none.</summary>
    private sealed class Half
    {
        public BigInteger Places { get; set; }

        public int[]? Cell { get; set; }
    }

    private sealed class WordsComparer : IEqualityComparer<ulong[]>
    {
        public static WordsComparer Instance { get; } = new();

        public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ulong[] obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(obj.AsSpan()));
            return hash.ToHashCode();
        }
    }
}

/// <summary>A part of a region.</summary>
/// <param name="IsReal">Whether real places can be in it: in all of it, or in none.</param>
/// <param name="Cells">Number of its cells.</param>
/// <param name="Cheapest">The one that fills the fewest columns.</param>
internal readonly record struct RegionPart(bool IsReal, BigInteger Cells, int[] Cheapest);
