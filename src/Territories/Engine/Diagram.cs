using System.Collections.Frozen;

namespace Bailiwick.Territories.Engine;

/// <summary>One level of a diagram: what follows each state for each class of an axis.</summary>
/// <param name="Axis">The axis, as its list asks it.</param>
/// <param name="States">Number of states.</param>
/// <param name="Narrow">The table when all that follows fits into 16 bits, else null: what follows state s and class c stands at s × classes + c.</param>
/// <param name="Wide">The table when it does not.</param>
internal sealed record DiagramLevel(ListAxis Axis, int States, ushort[]? Narrow, int[]? Wide)
{
    /// <summary>The tables are longer by so much, so that a vector may read past the last value.</summary>
    public const int Padding = 2;

    public long Bytes => Narrow is null ? (long)Wide!.Length * sizeof(int) : (long)Narrow.Length * sizeof(ushort);

    /// <summary>The state of the next level; on the last level the landing's code.</summary>
    /// <param name="state">A state of this level.</param>
    /// <param name="local">A class as the list tells them apart.</param>
    public int Next(int state, int local)
    {
        int at = (state * Axis.Classes) + local;
        return Narrow is null ? Wide![at] : Narrow[at];
    }
}

/// <summary>A layer's list as a table: one look-up an axis, whatever the number of boxes. Minimal for its order of axes.</summary>
/// <remarks>
/// A multi-terminal decision diagram by levels (Gupta and McKeown, "Packet classification on multiple fields", 1999,
/// doi 10.1145/316188.316217, without the tree of phases). Immutable and safe for many threads.
/// </remarks>
/// <param name="Levels">One an axis that the list asks, in the order in which they are asked; none when it asks nothing.</param>
/// <param name="RootOf">Start in the list → state of the first level (with no levels, the landing's code).</param>
/// <param name="Landings">The landings, by code.</param>
internal sealed record Diagram(DiagramLevel[] Levels, FrozenDictionary<int, int> RootOf, Landing[] Landings)
{
    public long Bytes => Levels.Sum(level => level.Bytes);

    public int States => Levels.Sum(level => level.States);

    /// <summary>The code of the landing of a row.</summary>
    /// <param name="classes">A class of every axis of the rule space.</param>
    /// <param name="root">A state of the first level.</param>
    public int CodeOf(ReadOnlySpan<int> classes, int root)
    {
        int state = root;
        foreach (DiagramLevel level in Levels)
        {
            state = level.Next(state, level.Axis.LocalOf[classes[level.Axis.Axis]]);
        }

        return state;
    }
}
