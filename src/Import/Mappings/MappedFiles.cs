using System.Globalization;
using Bailiwick.Import.Layouts;
using Bailiwick.Import.Reading;

namespace Bailiwick.Import.Mappings;

/// <summary>The columns of a source that a mapping names, under their canonical names; constants filled in, codes translated.</summary>
internal sealed class PickedFile(ITableFile source, IReadOnlyList<MappedColumn> columns, IReadOnlyList<int> positions) : ITableFile
{
    /// <inheritdoc />
    public string Name => source.Name;

    /// <inheritdoc />
    public string Format => source.Format;

    /// <inheritdoc />
    public bool HintsDecimalComma => source.HintsDecimalComma;

    /// <inheritdoc />
    public IReadOnlyList<string> Header { get; } = [.. columns.Select(column => column.Target)];

    /// <inheritdoc />
    public IEnumerable<FileRow> Rows()
    {
        foreach (FileRow row in source.Rows())
        {
            yield return row.Problem is null ? row with { Cells = Picked(row.Cells) } : row;
        }
    }

    private string[] Picked(IReadOnlyList<string> cells)
    {
        var picked = new string[columns.Count];
        for (int at = 0; at < picked.Length; at++)
        {
            string cell = positions[at] == ColumnRule.Nowhere ? columns[at].Constant ?? "" : positions[at] < cells.Count ? cells[positions[at]] : "";
            picked[at] = columns[at].Rule?.Values.GetValueOrDefault(cell.Trim()) ?? cell;
        }

        return picked;
    }
}

/// <summary>The rows of a mapping's select. Its columns <c>_file</c> and <c>_line</c>, when it has them, say where a row came from.</summary>
internal sealed class SelectedRows : ITableFile
{
    private readonly SourceDatabase database;
    private readonly string table;
    private readonly int file;
    private readonly int line;
    private readonly int[] kept;

    public SelectedRows(SourceDatabase database, string name, string table, IReadOnlyList<string> columns)
    {
        this.database = database;
        this.table = table;
        Name = name;
        file = ColumnRule.PositionOf("_file", columns);
        line = ColumnRule.PositionOf("_line", columns);
        kept = [.. Enumerable.Range(0, columns.Count).Where(at => at != file && at != line)];
        Header = [.. kept.Select(at => columns[at])];
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public string Format => "SQL";

    /// <inheritdoc />
    public IReadOnlyList<string> Header { get; }

    /// <inheritdoc />
    public IEnumerable<FileRow> Rows()
    {
        long number = 0;
        foreach (string?[] cells in database.Rows(table))
        {
            number++;
            bool hasPlace = file >= 0 && line >= 0 && cells[file] is not null;
            bool isLine = long.TryParse(hasPlace ? cells[line] : null, NumberStyles.None, CultureInfo.InvariantCulture, out long stated);
            yield return new FileRow(isLine ? stated : number, [.. kept.Select(at => cells[at] ?? "")], null, isLine ? cells[file] : null);
        }
    }
}
