using System.Collections.Frozen;
using Bailiwick.Rules;

namespace Bailiwick.Territories.Engine;

/// <summary>A layer's tree as one ordered list: the first box at or after a start that holds a row says where it lands.</summary>
/// <remarks>Every start is followed by a box that holds everything before the next start, so there always is a first.</remarks>
/// <param name="Boxes">The boxes, in the order in which they are asked.</param>
/// <param name="CodeOf">Per box an index into <paramref name="Landings"/>.</param>
/// <param name="Landings">The distinct landings.</param>
/// <param name="WithoutScope">Start for rows of which the scope is not asked. Rows of which it is start at 0.</param>
/// <param name="StartOfNamed">Start for accounts that a territory with children names, by the index of the territory.</param>
internal sealed record LayerList(Box[] Boxes, int[] CodeOf, Landing[] Landings, int WithoutScope, FrozenDictionary<int, int> StartOfNamed)
{
    /// <summary>Whether no row must be asked by conditions.</summary>
    public bool IsWhole { get; } = !Landings.Any(landing => landing.MustAsk);

    public int Count => Boxes.Length;

    /// <summary>The first box that holds a row, one after the other: the plainest way, for tests and for lists of a few.</summary>
    public int First(ReadOnlySpan<int> classes, int from)
    {
        int entry = from;
        while (!Boxes[entry].Holds(classes))
        {
            entry++;
        }

        return entry;
    }
}
