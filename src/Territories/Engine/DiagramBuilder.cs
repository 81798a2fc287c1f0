using System.Collections.Frozen;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bailiwick.Territories.Engine;

/// <summary>What ended the building of a diagram.</summary>
internal enum DiagramLimit
{
    /// <summary>Nothing: it stands.</summary>
    None,

    /// <summary>More states than <see cref="EngineOptions.MostStates"/>.</summary>
    States,

    /// <summary>More memory than <see cref="EngineOptions.MostBytes"/>.</summary>
    Bytes,

    /// <summary>More time than <see cref="EngineOptions.MostTime"/>.</summary>
    Time,
}

/// <summary>What became of the building of a diagram.</summary>
/// <param name="Diagram">The diagram; null when a limit ended it.</param>
/// <param name="Limit">Which.</param>
/// <param name="States">States met before the diagram was made small.</param>
internal sealed record DiagramBuilding(Diagram? Diagram, DiagramLimit Limit, int States);

/// <summary>A layer's list → its diagram.</summary>
/// <remarks>
/// From the top, level by level: a state is the list of boxes that are still possible, up to the first that asks nothing more; equal lists are
/// one state. Then from the bottom: states from which the same follows are one. The order of axes decides the size; the rule space gives it.
/// </remarks>
internal sealed class DiagramBuilder
{
    private const int StatesBetweenChecks = 256;

    private readonly LayerList list;
    private readonly ListAxis[] axes;
    private readonly EngineOptions options;
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly SuffixLevel[] suffixes;
    private readonly int[] ofEntry;
    private long bytes;
    private int states;

    private DiagramBuilder(LayerList list, ListAxis[] axes, EngineOptions options)
    {
        (this.list, this.axes, this.options) = (list, axes, options);
        suffixes = SuffixLevel.Of(list, axes, out ofEntry);
    }

    /// <summary>Builds within the limits.</summary>
    /// <param name="list">The list.</param>
    /// <param name="axes">Its axes.</param>
    /// <param name="options">The limits.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static DiagramBuilding Build(LayerList list, ListAxis[] axes, EngineOptions options, CancellationToken cancellation = default) =>
        new DiagramBuilder(list, axes, options).Build(cancellation);

    private DiagramBuilding Build(CancellationToken cancellation)
    {
        int[] starts = [.. list.StartOfNamed.Values.Append(0).Append(list.WithoutScope).Distinct().Order()];
        var top = new StateTable();
        int[] roots = [.. starts.Select(start => top.Of(Root(start)))];
        var all = new Transitions[axes.Length];
        StateTable level = top;
        for (int axis = 0; axis < axes.Length; axis++)
        {
            all[axis] = new Transitions();
            var next = new StateTable();
            if (Expand(axis, level, next, all[axis], cancellation) is var limit and not DiagramLimit.None)
            {
                return new DiagramBuilding(null, limit, states);
            }

            level = next;
        }

        return MakeSmall(starts, roots, all, level, cancellation);
    }

    private DiagramLimit Expand(int axis, StateTable level, StateTable next, Transitions into, CancellationToken cancellation)
    {
        var expansion = new LevelExpansion(axes[axis], suffixes[axis], suffixes[axis + 1]);
        for (int state = 0; state < level.Count; state++)
        {
            expansion.Expand(level[state], next, into);
            if (state % StatesBetweenChecks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                if (LimitReached(states + state + next.Count, bytes + level.Bytes + next.Bytes + into.Bytes) is var limit and not DiagramLimit.None)
                {
                    states += state + next.Count;
                    return limit;
                }
            }
        }

        states += level.Count;
        bytes += into.Bytes;
        return LimitReached(states + next.Count, bytes + next.Bytes);
    }

    private DiagramBuilding MakeSmall(int[] starts, int[] roots, Transitions[] all, StateTable last, CancellationToken cancellation)
    {
        // Below the last axis a state is a single suffix, and that is the landing's code.
        int[] small = [.. Enumerable.Range(0, last.Count).Select(state => last[state][0])];
        int below = list.Landings.Length;
        var levels = new DiagramLevel[axes.Length];
        long tables = 0;
        for (int axis = axes.Length - 1; axis >= 0; axis--)
        {
            var table = new LevelTable(axes[axis], below);
            var numbers = new int[all[axis].Count];
            for (int state = 0; state < numbers.Length; state++)
            {
                numbers[state] = table.Of(all[axis], state, small);
                if (state % StatesBetweenChecks == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (LimitReached(states, tables + table.Bytes) is var limit and not DiagramLimit.None)
                    {
                        return new DiagramBuilding(null, limit, states);
                    }
                }
            }

            levels[axis] = table.ToLevel();
            tables += levels[axis].Bytes;
            (small, below) = (numbers, table.Count);
        }

        FrozenDictionary<int, int> rootOf = starts.Zip(roots, (start, root) => KeyValuePair.Create(start, small[root])).ToFrozenDictionary();
        return new DiagramBuilding(new Diagram(levels, rootOf, list.Landings), DiagramLimit.None, states);
    }

    private DiagramLimit LimitReached(long reached, long used) =>
        reached > options.MostStates ? DiagramLimit.States
        : used > options.MostBytes ? DiagramLimit.Bytes
        : Stopwatch.GetElapsedTime(started) > options.MostTime ? DiagramLimit.Time
        : DiagramLimit.None;

    private ReadOnlySpan<int> Root(int start)
    {
        var seen = new HashSet<int>();
        var root = new List<int>();
        for (int entry = start; root.Count == 0 || suffixes[0].Decided[root[^1]] < 0; entry++)
        {
            if (seen.Add(ofEntry[entry]))
            {
                root.Add(ofEntry[entry]);
            }
        }

        return LevelExpansion.Trimmed(CollectionsMarshal.AsSpan(root), suffixes[0]);
    }
}
