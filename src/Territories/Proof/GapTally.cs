using System.Numerics;

namespace Bailiwick.Territories.Proof;

/// <summary>Adds up the regions of gap by the node that leaves them and by whether they are real.</summary>
/// <param name="space">The space.</param>
/// <param name="isCertain">Whether a cell is a gap at a node, where boxes do not say all; null when they do.</param>
internal sealed class GapTally(ProofSpace space, Func<ProofNode, int[], bool>? isCertain = null) : IGapSink
{
    private readonly Dictionary<(ProofNode Node, bool IsReal), GapGroup> groups = [];

    /// <summary>The groups, in the order in which their first region was found.</summary>
    public IEnumerable<GapGroup> Groups => groups.Values;

    /// <inheritdoc />
    public void Add(ProofNode node, bool isReal, ulong[] region)
    {
        if (!groups.TryGetValue((node, isReal), out GapGroup? group))
        {
            groups[(node, isReal)] = group = new GapGroup(node, isReal);
        }

        group.Add(space, region, isCertain);
    }
}

/// <summary>All regions of gap at one node.</summary>
internal sealed class GapGroup(ProofNode node, bool isReal)
{
    /// <summary>The node of which no child takes them.</summary>
    public ProofNode Node { get; } = node;

    /// <summary>Whether real places can be in them.</summary>
    public bool IsReal { get; } = isReal;

    /// <summary>Number of disjoint regions.</summary>
    public int Regions { get; private set; }

    /// <summary>Number of cells.</summary>
    public BigInteger Cells { get; private set; }

    /// <summary>The cell that fills the fewest columns; null when none is certain.</summary>
    public int[]? Witness { get; private set; }

    /// <summary>Some region may be no gap.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>Adds a region.</summary>
    public void Add(ProofSpace space, ulong[] region, Func<ProofNode, int[], bool>? isCertain)
    {
        Cells += space.CellsOf(region);
        int[] cell = space.CheapestOf(region);
        if (isCertain?.Invoke(Node, cell) == false)
        {
            IsDoubtful = true;
        }
        else if (Witness is null || space.Compare(cell, Witness) < 0)
        {
            Witness = cell;
        }

        Regions++;
    }
}
