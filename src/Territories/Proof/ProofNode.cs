using System.Collections.Immutable;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Proof;

/// <summary>One territory as a proof needs it: boxes, and what stands below.</summary>
/// <param name="Boxes">Its where; default when the rule needs too many boxes; empty for a territory by name only.</param>
/// <param name="IsRest">It takes what its siblings leave; after it stand only territories by name.</param>
/// <param name="Keeps">What its children leave stays.</param>
/// <param name="Children">Those below, in the order in which they are asked.</param>
internal sealed record NodeShape(ImmutableArray<Box> Boxes, bool IsRest, bool Keeps, ImmutableArray<NodeShape> Children)
{
    /// <summary>The territory.</summary>
    public TerritoryNode? Territory { get; init; }

    /// <summary>Number of its rule in the space; −1 for none.</summary>
    public int Rule { get; init; } = -1;
}

/// <summary>A node of the tree that a proof walks: a territory, a scope, or what stands above.</summary>
internal sealed class ProofNode(ImmutableArray<ProofNode> children, ProofNode? rest)
{
    private bool? isClosed;

    /// <summary>The territory; null for what stands above all territories.</summary>
    public TerritoryNode? Territory { get; init; }

    /// <summary>Number of its rule in the space; −1 for none.</summary>
    public int Rule { get; init; } = -1;

    /// <summary>Numbers of its boxes: a row that reaches the group goes on here when one holds it and no earlier sibling took it.</summary>
    public ImmutableArray<int> Boxes { get; init; } = [];

    /// <summary>False when the rule needs too many boxes; <see cref="Boxes"/> says nothing then.</summary>
    public bool HasBoxes { get; init; } = true;

    /// <summary>Rows that no child takes are a gap.</summary>
    public bool LeavesGap { get; init; }

    /// <summary>The nodes below, in the order in which they are asked, without the one that takes the rest.</summary>
    public ImmutableArray<ProofNode> Children { get; } = children;

    /// <summary>The node below that takes the rest; null when there is none.</summary>
    public ProofNode? Rest { get; } = rest;

    /// <summary>The node above; null at the top.</summary>
    public ProofNode? Parent { get; private set; }

    /// <summary>All below, in the order in which they are asked.</summary>
    public IEnumerable<ProofNode> Below => Rest is null ? Children : Children.Append(Rest);

    /// <summary>No gap can lie here or below, whatever the rules say.</summary>
    public bool IsClosed => isClosed ??= !LeavesGap && Below.All(child => child.IsClosed);

    /// <summary>Ids from the top of the layer, joined by <c>/</c>; empty above all territories.</summary>
    public string Path => Territory is null ? "" : Parent?.Path is { Length: > 0 } above ? $"{above}/{Territory.Id}" : Territory.Id.Value;

    /// <summary>This node and all below, parents before children.</summary>
    public IEnumerable<ProofNode> WithDescendants() => Below.SelectMany(child => child.WithDescendants()).Prepend(this);

    /// <summary>This node and all above, upwards.</summary>
    public IEnumerable<ProofNode> WithAncestors()
    {
        for (ProofNode? node = this; node is not null; node = node.Parent)
        {
            yield return node;
        }
    }

    /// <summary>Tells all below who stands above them.</summary>
    public void Adopt()
    {
        foreach (ProofNode child in Below)
        {
            child.Parent = this;
            child.Adopt();
        }
    }
}
