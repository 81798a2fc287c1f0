using System.Collections.Immutable;

namespace Bailiwick.Territories.Proof;

/// <summary>Which cells come as far as the children of a node: those in a box of every list, and in no box of <paramref name="None"/>.</summary>
/// <param name="All">The scope and the wheres on the way down.</param>
/// <param name="None">What no row can be, and the earlier siblings on the way down.</param>
internal sealed record Reach(ImmutableArray<IReadOnlyList<int>> All, ImmutableArray<int> None)
{
    /// <summary>What is wanted: cells that come so far, in a box of every further list and in no further box.</summary>
    public CellWish Wish(IEnumerable<IReadOnlyList<int>> further, IEnumerable<int> notIn) => new([.. All, .. further], [.. None, .. notIn]);
}
