namespace Bailiwick.Territories.Proof;

/// <summary>Adds up the regions of gap by the node that leaves them and by whether they are real.</summary>
/// <param name="space">The space.</param>
/// <param name="split">Tells what is real.</param>
/// <param name="isCertain">Whether a cell is a gap at a node, where boxes do not say all; null when they do.</param>
internal sealed class GapTally(ProofSpace space, PlaceSplit split, Func<ProofNode, int[], bool>? isCertain = null) : IGapSink
{
    private readonly Dictionary<(ProofNode Node, bool IsReal), GapGroup> groups = [];

    /// <summary>The groups, in the order in which their first region was found.</summary>
    public IEnumerable<GapGroup> Groups => groups.Values;

    /// <inheritdoc />
    public void Add(ProofNode node, ulong[] region)
    {
        foreach (RegionPart part in split.Of(region))
        {
            if (!groups.TryGetValue((node, part.IsReal), out GapGroup? group))
            {
                groups[(node, part.IsReal)] = group = new GapGroup(node, part.IsReal, new RegionSum());
            }

            group.Sum.Add(space, part, isCertain is null ? null : cell => isCertain(node, cell));
        }
    }
}

/// <summary>All regions of gap at one node.</summary>
/// <param name="Node">The node of which no child takes them.</param>
/// <param name="IsReal">Whether real places can be in them.</param>
/// <param name="Sum">What they add up to.</param>
internal sealed record GapGroup(ProofNode Node, bool IsReal, RegionSum Sum);
