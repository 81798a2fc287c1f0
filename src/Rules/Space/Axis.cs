using Bailiwick.Rules.Space;

namespace Bailiwick.Rules;

/// <summary>Something that has one value per row: a column, the area in one boundary set, a bundle of yes-or-no questions. Immutable.</summary>
public sealed class Axis
{
    internal Axis(AxisIndex index) => Index = index;

    /// <summary>As a person names it: the field.</summary>
    public string Name => Index.Name;

    /// <summary>Number of classes, at least 1. Class 0 holds the unknown value; of a bundle it is no to all.</summary>
    public int Classes => Index.Classes;

    internal AxisIndex Index { get; }

    /// <summary>How many columns of a file a row must fill to be in a class; 0 for class 0.</summary>
    public int ColumnsOf(int number) => Index.ColumnsOf(number);
}

/// <summary>The class of every row on every axis.</summary>
public sealed class RowClasses
{
    private readonly ushort[][] ofAxis;

    internal RowClasses(int count, ushort[][] ofAxis)
    {
        Count = count;
        this.ofAxis = ofAxis;
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Number of axes.</summary>
    public int Axes => ofAxis.Length;

    /// <summary>The classes of all rows on an axis.</summary>
    public ushort[] Of(int axis) => ofAxis[axis];

    /// <summary>The classes of some rows, in the order given.</summary>
    public RowClasses Pick(IReadOnlyList<int> rows) => new(rows.Count, [.. ofAxis.Select(classes =>
    {
        var picked = new ushort[rows.Count];
        for (int at = 0; at < picked.Length; at++)
        {
            picked[at] = classes[rows[at]];
        }

        return picked;
    })]);

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
