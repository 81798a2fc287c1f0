using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Insight;

/// <summary>A column of a table of figures.</summary>
/// <param name="Name">Its name for machines, with the unit where there is one: <c>revenueUSD</c>. Unique in its table.</param>
/// <param name="Title">Its title for people.</param>
/// <param name="Kind">What its cells are.</param>
public sealed record FigureColumn(string Name, Text Title, FigureKind Kind);

/// <summary>A table of figures: the first column says what a row is about.</summary>
/// <param name="Name">Its name for machines: <c>newCustomersByYear</c>. Unique in its answer.</param>
/// <param name="Title">Its title for people.</param>
/// <param name="Columns">The columns, in reading order.</param>
/// <param name="Rows">Per row one cell a column; null where there is no figure.</param>
public sealed record FigureTable(string Name, Text Title, ImmutableArray<FigureColumn> Columns, ImmutableArray<ImmutableArray<Figure?>> Rows)
{
    /// <summary>The cells of one column, in row order.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public IEnumerable<Figure?> Column(string name)
    {
        int at = Columns.Select(column => column.Name).ToList().IndexOf(name);
        return at >= 0
            ? Rows.Select(row => row[at])
            : throw new ArgumentException($"{Name} has no column {name}; it has {string.Join(", ", Columns.Select(column => column.Name))}.", nameof(name));
    }

    /// <summary>The row whose first cell has this key, or null.</summary>
    public ImmutableArray<Figure?>? Row(string? key)
    {
        foreach (ImmutableArray<Figure?> row in Rows)
        {
            if (row[0] is Figure.Label label && label.Key == key)
            {
                return row;
            }
        }

        return null;
    }
}
