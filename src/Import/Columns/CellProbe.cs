using Bailiwick.Import.Rows;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Columns;

/// <summary>Reads one cell apart from its row: what a text means by itself, when there is nothing to say about it.</summary>
/// <param name="table">The table.</param>
/// <param name="cell">Reads cells of the column as rows do.</param>
internal sealed class CellProbe(MarketTable table, CellReader cell)
{
    private readonly MarketRow row = new(table, Place.None);
    private readonly RowNotes notes = new();

    /// <summary>The column and where it comes from.</summary>
    public CellReader Cell => cell;

    /// <summary>The row in which the value stands after <see cref="IsClear"/>.</summary>
    public MarketRow Row => row;

    /// <summary>Whether a text can be taken without a word; false when its row is to be read on its own, where the word gets its place.</summary>
    public bool IsClear(string text)
    {
        notes.Clear();
        row.Forget(cell.Rule.Target);
        return cell.Read(text, row, notes) && notes.Problems.Count == 0 && notes.Sign is null && !(cell.Rule.Target.IsRequired && row[cell.Rule.Target] is null);
    }
}
