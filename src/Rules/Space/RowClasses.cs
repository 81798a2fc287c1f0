using System.Buffers;
using System.Collections.Immutable;
using Bailiwick.Market;

namespace Bailiwick.Rules;

/// <summary>The class of every row on every axis. Whoever is done with them may dispose of them: then later ones take their memory.</summary>
public sealed class RowClasses : IDisposable
{
    private ushort[][] ofAxis;

    private RowClasses(int count, int axes)
    {
        Count = count;
        ofAxis = new ushort[axes][];
        for (int axis = 0; axis < axes; axis++)
        {
            ofAxis[axis] = ArrayPool<ushort>.Shared.Rent(count);
        }
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Number of axes.</summary>
    public int Axes => ofAxis.Length;

    /// <summary>The classes of all rows on an axis; what stands behind them means nothing.</summary>
    public ushort[] Of(int axis) => ofAxis[axis];

    internal static RowClasses Classify(ImmutableArray<Axis> axes, ColumnTable rows)
    {
        var classes = new RowClasses(rows.Count, axes.Length);
        for (int axis = 0; axis < axes.Length; axis++)
        {
            axes[axis].Index.Classify(rows, classes.ofAxis[axis].AsSpan(0, rows.Count));
        }

        return classes;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Array.ForEach(ofAxis, each => ArrayPool<ushort>.Shared.Return(each));
        ofAxis = [];
    }

    /// <summary>The classes of some rows, in the order given.</summary>
    public RowClasses Pick(IReadOnlyList<int> rows)
    {
        var picked = new RowClasses(rows.Count, Axes);
        for (int axis = 0; axis < ofAxis.Length; axis++)
        {
            for (int at = 0; at < rows.Count; at++)
            {
                picked.ofAxis[axis][at] = ofAxis[axis][rows[at]];
            }
        }

        return picked;
    }

    /// <summary>The classes of one row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="into">One an axis.</param>
    public void Row(int row, Span<int> into)
    {
        for (int axis = 0; axis < ofAxis.Length; axis++)
        {
            into[axis] = ofAxis[axis][row];
        }
    }
}
