using System.Numerics;

namespace Bailiwick.Territories.Proof;

/// <summary>Adds up the regions of gap by the node that leaves them and by whether they are real.</summary>
internal sealed class GapTally(ProofSpace space) : IGapSink
{
    private readonly Dictionary<(ProofNode Node, bool IsReal), GapGroup> groups = [];

    /// <summary>The groups, in the order in which their first region was found.</summary>
    public IEnumerable<GapGroup> Groups => groups.Values;

    /// <inheritdoc />
    public void Add(ProofNode node, bool isReal, ulong[] region)
    {
        if (!groups.TryGetValue((node, isReal), out GapGroup? group))
        {
            groups[(node, isReal)] = group = new GapGroup(node, isReal, space.Everything.Length);
        }

        group.Add(space, region);
    }
}

/// <summary>All regions of gap at one node.</summary>
internal sealed class GapGroup(ProofNode node, bool isReal, int words)
{
    /// <summary>So many regions are kept as they are.</summary>
    public const int MostKept = 3;

    private readonly List<ulong[]> kept = [];

    /// <summary>The node of which no child takes them.</summary>
    public ProofNode Node { get; } = node;

    /// <summary>Whether real places can be in them.</summary>
    public bool IsReal { get; } = isReal;

    /// <summary>Number of disjoint regions.</summary>
    public int Regions { get; private set; }

    /// <summary>Number of cells.</summary>
    public BigInteger Cells { get; private set; }

    /// <summary>The cell that fills the fewest columns.</summary>
    public int[] Witness { get; private set; } = [];

    /// <summary>All classes that occur on each axis.</summary>
    public ulong[] Shadow { get; } = new ulong[words];

    /// <summary>The first regions found.</summary>
    public IReadOnlyList<ulong[]> Kept => kept;

    /// <summary>Adds a region.</summary>
    public void Add(ProofSpace space, ulong[] region)
    {
        Cells += space.CellsOf(region);
        int[] cell = space.CheapestOf(region);
        if (Regions == 0 || space.Compare(cell, Witness) < 0)
        {
            Witness = cell;
        }

        for (int word = 0; word < Shadow.Length; word++)
        {
            Shadow[word] |= region[word];
        }

        if (kept.Count < MostKept)
        {
            kept.Add([.. region]);
        }

        Regions++;
    }
}
