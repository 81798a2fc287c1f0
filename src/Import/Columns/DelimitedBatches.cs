using Bailiwick.Import.Layouts;
using Bailiwick.Import.Reading;
using Bailiwick.Import.Rows;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Columns;

/// <summary>Reads a text file into columns without making texts of cells that were seen before.</summary>
/// <param name="file">The file.</param>
/// <param name="plan">What its columns mean.</param>
/// <param name="rows">Reads the rows that are read on their own.</param>
/// <param name="problems">Told what was noticed.</param>
/// <param name="currency">For amounts that have none; null keeps it unknown.</param>
internal sealed class DelimitedBatches(DelimitedFile file, TablePlan plan, RowReader rows, ProblemList problems, string? currency)
{
    private readonly TableColumns columns = new(plan, rows.Cells, currency);

    /// <summary>The rows in batches, in the file's order.</summary>
    public IEnumerable<ColumnTable> Read()
    {
        using DelimitedReader reader = file.Open();
        while (Next(reader))
        {
            if (Take(reader))
            {
                columns.Keep(file.Name, reader.Line, problems);
            }
            else if (rows.Read(file.Row(reader)) is { } row)
            {
                columns.Keep(row);
            }

            if (columns.IsFull)
            {
                yield return columns.Build();
            }

            if (reader.Fault == RowFault.TooLong)
            {
                break;
            }
        }

        if (columns.Count > 0)
        {
            yield return columns.Build();
        }
    }

    private bool Next(DelimitedReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception damaged) when (Guarded.IsDamage(damaged))
        {
            rows.Read(Guarded.RowOf(file.Name, reader.Line, damaged));
            return false;
        }
    }

    private bool Take(DelimitedReader reader)
    {
        if (!reader.IsWhole || reader.Count > file.Header.Count || reader.Raw.Contains(DelimitedFile.Undecoded))
        {
            return false;
        }

        for (int column = 0; column < plan.Rules.Length; column++)
        {
            if (!columns.Columns[column].Read(Cell(reader, plan.Rules[column])))
            {
                return false;
            }
        }

        if (columns.Columns.Count > plan.Rules.Length)
        {
            columns.Columns[^1].Read("");
        }

        foreach ((CustomRule rule, TextCells cells) in columns.Custom)
        {
            cells.Read(Cell(reader, rule.At));
        }

        return true;
    }

    private static ReadOnlySpan<char> Cell(DelimitedReader reader, ColumnRule rule)
    {
        ReadOnlySpan<char> cell = Cell(reader, rule.At);
        for (int next = 0; next < rule.FillIns.Length && cell.IsWhiteSpace(); next++)
        {
            cell = Cell(reader, rule.FillIns[next]);
        }

        return cell;
    }

    private static ReadOnlySpan<char> Cell(DelimitedReader reader, int at) => at >= 0 && at < reader.Count ? reader[at] : default;
}
