using System.Collections.Immutable;
using System.Globalization;
using Bailiwick.Import.Export;
using Bailiwick.Import.Layouts;
using Bailiwick.Import.Reading;
using Bailiwick.Market;
using Bailiwick.Measures;

namespace Bailiwick.Import.Rows;

/// <summary>Reads the rows of one file by its plan. What is doubtful is noted; a row with an error is left out and handed to the rejects.</summary>
internal sealed class RowReader
{
    private const string Open = "open";

    private readonly ITableFile file;
    private readonly TablePlan plan;
    private readonly string? currency;
    private readonly ProblemList problems;
    private readonly Action<FileRow, string> reject;
    private readonly CellReader[] cells;
    private readonly RowNotes notes = new();
    private readonly TextColumn? currencyColumn;
    private readonly TextColumn? stage;
    private readonly TextColumn? outcome;

    /// <param name="file">The file.</param>
    /// <param name="plan">What its columns mean.</param>
    /// <param name="names">The rows that a column refers to, by name.</param>
    /// <param name="currency">For amounts that have none; null keeps it unknown.</param>
    /// <param name="problems">Told every doubt and error.</param>
    /// <param name="reject">Given each row that was left out, with the reasons in words.</param>
    public RowReader(ITableFile file, TablePlan plan, Func<ColumnRule, ReferenceNames?> names, string? currency, ProblemList problems, Action<FileRow, string> reject)
    {
        this.file = file;
        this.plan = plan;
        this.currency = currency;
        this.problems = problems;
        this.reject = reject;
        var habits = new ColumnHabits(file);
        cells = [.. plan.Rules.Select(rule => new CellReader(rule, habits, names(rule)))];
        currencyColumn = plan.Table.Find("currency") as TextColumn;
        outcome = plan.Table.Find("outcome") as TextColumn;
        stage = outcome is not null && !plan.Fills(outcome) ? plan.Table.Find("stage") as TextColumn : null;
    }

    /// <summary>Whether each column of a row comes from its own cells alone: no outcome is told by a stage, no measures become rows.</summary>
    public bool IsCellByCell => stage is null && plan.Table != AreaFacts.Table;

    /// <summary>The rows that could be taken, streamed.</summary>
    public IEnumerable<MarketRow> Read()
    {
        foreach (FileRow line in file.Rows())
        {
            if (Read(line) is not { } row)
            {
                continue;
            }

            if (plan.Table == AreaFacts.Table && row[AreaFacts.Measure] is null)
            {
                foreach (MarketRow fact in Facts(row))
                {
                    yield return fact;
                }

                continue;
            }

            yield return row;
        }
    }

    /// <summary>Reads one row; null when it was left out.</summary>
    public MarketRow? Read(FileRow line)
    {
        notes.Clear();
        MarketRow? row = line.Problem is { } problem && !notes.Refuse(problem) ? null : Row(line);
        foreach (Problem noted in notes.Problems)
        {
            problems.Add(noted);
        }

        if (row is null)
        {
            reject(line, string.Join(" / ", notes.Problems.Where(noted => noted.Severity == Severity.Error).Select(noted => $"{noted.Place.Column}: {noted.Message.English}")));
        }

        return row;
    }

    /// <summary>What a cell of a custom field means; null is unknown.</summary>
    public static string? CustomValue(string? cell) => SpreadsheetText.Restore(cell?.Trim() ?? "") is { Length: > 0 } value ? value : null;

    /// <summary>Readers of the columns, as rows are read.</summary>
    public IReadOnlyList<CellReader> Cells => cells;

    private MarketRow? Row(FileRow line)
    {
        if (line.Cells.Count > file.Header.Count && line.Cells.Skip(file.Header.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            notes.Refuse(Problems.TooManyCells(file.Name, line.Line, line.Cells.Count, file.Header.Count));
            return null;
        }

        var row = new MarketRow(plan.Table, new Place(line.File ?? file.Name, line.Line));
        bool isWhole = true;
        foreach (CellReader cell in cells)
        {
            bool isRead = cell.Read(Cell(line, cell.Rule), row, notes);
            isWhole &= isRead && (!cell.Rule.Target.IsRequired || row[cell.Rule.Target] is not null || notes.Refuse(Problems.Missing(row.Place with { Column = cell.Rule.Source })));
        }

        if (!isWhole)
        {
            return null;
        }

        if (!plan.Custom.IsEmpty)
        {
            row.Custom = Custom(line);
        }

        Decide(row);
        return Settled(row) ? row : null;
    }

    private ImmutableSortedDictionary<string, string> Custom(FileRow line)
    {
        ImmutableSortedDictionary<string, string>.Builder fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (CustomRule rule in plan.Custom)
        {
            if (CustomValue(Cell(line, rule.At)) is { } value)
            {
                fields[rule.Name] = value;
            }
        }

        return fields.Count == 0 ? ImmutableSortedDictionary<string, string>.Empty : fields.ToImmutable();
    }

    /// <summary>Where a file has a stage and no outcome, the stage's words tell it: those of a closed deal, else it is open.</summary>
    private void Decide(MarketRow row)
    {
        if (stage is not null && row[stage] is { } words)
        {
            string meant = LayoutTable.Shipped.Choices["stage_outcome"].GetValueOrDefault(Folded.Name(words), Open);
            row[outcome!] = outcome!.Choices.Contains(meant, StringComparer.Ordinal) ? meant : Open;
        }
    }

    /// <summary>Gives the row's amounts their currency: its own column, else the sign at an amount, else the one told.</summary>
    private bool Settled(MarketRow row)
    {
        if (notes.FirstAmount is not { } place || currencyColumn is null)
        {
            return true;
        }

        if (notes.Sign is { } sign && row[currencyColumn] is { } own && own != sign.Currency)
        {
            return notes.Refuse(Problems.OtherCurrency(sign.Place, sign.Value, own));
        }

        row[currencyColumn] ??= notes.Sign?.Currency ?? currency;
        if (row[currencyColumn] is null)
        {
            notes.Add(Problems.CurrencyUnknown(place));
        }

        return true;
    }

    private IEnumerable<MarketRow> Facts(MarketRow row)
    {
        foreach ((string measure, string value) in row.Custom)
        {
            if (double.TryParse(value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            {
                var fact = new MarketRow(plan.Table, row.Place);
                fact[AreaFacts.Area] = row[AreaFacts.Area];
                fact[AreaFacts.Measure] = measure;
                fact[AreaFacts.Value] = number;
                yield return fact;
            }
            else
            {
                problems.Add(Problems.FactLeftOut(row.Place with { Column = measure }, value));
            }
        }
    }

    private static string? Cell(FileRow line, ColumnRule rule)
    {
        string? cell = Cell(line, rule.At);
        for (int next = 0; next < rule.FillIns.Length && string.IsNullOrWhiteSpace(cell); next++)
        {
            cell = Cell(line, rule.FillIns[next]);
        }

        return cell;
    }

    private static string? Cell(FileRow line, int at) => at >= 0 && at < line.Cells.Count ? line.Cells[at] : null;
}
