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
