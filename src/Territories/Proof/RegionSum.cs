using System.Numerics;

namespace Bailiwick.Territories.Proof;

/// <summary>Disjoint regions added up.</summary>
internal sealed class RegionSum
{
    /// <summary>Number of regions.</summary>
    public int Regions { get; private set; }

    /// <summary>Number of cells.</summary>
    public BigInteger Cells { get; private set; }

    /// <summary>The cell that fills the fewest columns; null when none is certain.</summary>
    public int[]? Witness { get; private set; }

    /// <summary>Some region may not be what it seems.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>Adds a region, or what is real of it, or what is not.</summary>
    /// <param name="space">The space.</param>
    /// <param name="part">The part; its region is apart from all others.</param>
    /// <param name="isCertain">Whether a cell of it is what it seems, where boxes do not say all; null when they do.</param>
    public void Add(ProofSpace space, RegionPart part, Func<int[], bool>? isCertain)
    {
        Regions++;
        Cells += part.Cells;
        if (isCertain?.Invoke(part.Cheapest) == false)
        {
            IsDoubtful = true;
        }
        else if (Witness is null || space.Compare(part.Cheapest, Witness) < 0)
        {
            Witness = part.Cheapest;
        }
    }

    /// <summary>Their share of a number of cells, 0 to 1.</summary>
    public double ShareOf(BigInteger whole) => whole.IsZero ? 0 : (double)(Cells * 10_000_000_000_000_000 / whole) / 1e16;
}
