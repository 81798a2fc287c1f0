using System.Collections.Immutable;
using Bailiwick.Import.Layouts;
using Bailiwick.Import.Rows;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Columns;

/// <summary>The columns of a table as the rows of one file fill them, a batch at a time.</summary>
/// <remarks>A row of which every cell can be taken without a word is taken cell by cell; any other is read on its own, as <see cref="RowReader"/> reads it, so that both ways say the same.</remarks>
internal sealed class TableColumns
{
    private readonly TablePlan plan;
    private readonly string? told;
    private readonly CellColumn[] columns;
    private readonly (ColumnRule Rule, WholeCells Cells)[] amounts;
    private readonly TextCells? currency;
    private readonly (CustomRule Rule, TextCells Cells)[] custom;
    private int count;

    /// <param name="plan">What the file's columns mean; not of area facts.</param>
    /// <param name="readers">Readers of its cells, one a rule.</param>
    /// <param name="told">The currency of amounts that have none; null keeps it unknown.</param>
    public TableColumns(TablePlan plan, IReadOnlyList<CellReader> readers, string? told)
    {
        (this.plan, this.told) = (plan, told);
        columns = [.. readers.Select(reader => ColumnOf(new CellProbe(plan.Table, reader)))];
        amounts = [.. plan.Rules.Zip(columns).Where(each => each.First.Target is MoneyColumn).Select(each => (each.First, (WholeCells)each.Second))];
        currency = columns.OfType<TextCells>().FirstOrDefault(column => column.Target.Name == "currency");
        if (currency is null && amounts.Length > 0 && plan.Table.Find("currency") is TextColumn own)
        {
            currency = new TextCells(own, _ => (true, null), row => row[own]);
            columns = [.. columns, currency];
        }

        custom = [.. plan.Custom.Select(rule => (rule, new TextCells(columns[0].Target, cell => (true, RowReader.CustomValue(cell)), row => row.Custom.GetValueOrDefault(rule.Name))))];
    }

    /// <summary>Whether a batch is full.</summary>
    public bool IsFull => count == RowBatches.MostRows;

    /// <summary>Number of rows of the batch so far.</summary>
    public int Count => count;

    /// <summary>The columns of the plan's rules, in their order; then the currency when only told.</summary>
    public IReadOnlyList<CellColumn> Columns => columns;

    /// <summary>Takes the current row when each of its cells was taken.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">Where the row stands.</param>
    /// <param name="problems">Told of an amount without a currency.</param>
    public void Keep(string file, long line, ProblemList problems)
    {
        if (currency is { Next: TextValues.Unknown } && Array.Find(amounts, amount => amount.Cells.IsKnown) is { Cells: not null } first)
        {
            currency.Set(told);
            if (told is null)
            {
                problems.Add(Problems.CurrencyUnknown(new Place(file, line, first.Rule.Source)));
            }
        }

        Keep();
    }

    /// <summary>Takes a row that was read on its own.</summary>
    public void Keep(MarketRow row)
    {
        foreach (CellColumn column in columns)
        {
            column.Read(row);
        }

        foreach ((_, TextCells cells) in custom)
        {
            cells.Read(row);
        }

        Keep();
    }

    /// <summary>Takes rows of which all columns hold their cells already.</summary>
    /// <param name="rows">So many.</param>
    /// <param name="placeOf">Where a row of the batch stands, from 0.</param>
    /// <param name="problems">Told of amounts without a currency.</param>
    public void KeepAll(int rows, Func<int, Place> placeOf, ProblemList problems)
    {
        count = rows;
        for (int row = 0; amounts.Length > 0 && row < rows; row++)
        {
            if (currency!.Kept[row] == TextValues.Unknown && Array.Find(amounts, amount => amount.Cells.Kept[row] != MoneyValues.Unknown) is { Cells: not null } first)
            {
                currency.Set(told);
                currency.Kept[row] = currency.Next;
                if (told is null)
                {
                    problems.Add(Problems.CurrencyUnknown(placeOf(row) with { Column = first.Rule.Source }));
                }
            }
        }
    }

    /// <summary>Leaves the rows of the batch so far.</summary>
    public void Drop()
    {
        count = 0;
        foreach (CellColumn column in columns.Concat(custom.Select(each => each.Cells)))
        {
            column.Drop();
        }
    }

    /// <summary>The custom fields.</summary>
    public IReadOnlyList<(CustomRule Rule, TextCells Cells)> Custom => custom;

    /// <summary>The batch; the next one begins.</summary>
    public ColumnTable Build()
    {
        var built = ColumnTable.Of(
            plan.Table,
            count,
            columns.ToDictionary(column => column.Target, column => column.Build()),
            custom.ToImmutableSortedDictionary(each => each.Rule.Name, each => (TextValues)each.Cells.Build(), StringComparer.OrdinalIgnoreCase));
        count = 0;
        return built;
    }

    private void Keep()
    {
        foreach (CellColumn column in columns)
        {
            column.Keep();
        }

        foreach ((_, TextCells cells) in custom)
        {
            cells.Keep();
        }

        count++;
    }

    private static CellColumn ColumnOf(CellProbe probe) => probe.Cell.Rule.Target switch
    {
        TextColumn { IsRequired: true } key => new KeyCells(key, probe),
        TextColumn text => new TextCells(text, cell => (probe.IsClear(cell), probe.Row[text]), row => row[text]),
        IntegerColumn or MoneyColumn => new WholeCells(probe),
        NumberColumn number => new NumberCells(number, probe),
        DateColumn date => new DateCells(date, probe),
        SetColumn set => new SetCells(set, probe),
        Column other => throw new InvalidOperationException($"column kind {other.GetType().Name} cannot be read from a file"),
    };
}
