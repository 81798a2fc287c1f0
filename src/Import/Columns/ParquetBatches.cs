using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using Bailiwick.Import.Layouts;
using Bailiwick.Import.Reading;
using Bailiwick.Import.Rows;
using Bailiwick.Market;
using Bailiwick.Measures;
using ParquetSharp.Arrow;

namespace Bailiwick.Import.Columns;

/// <summary>Reads a Parquet file into columns: texts by the file's own dictionaries, each value once. A batch with anything to say about a cell is read row by row.</summary>
/// <param name="file">The file.</param>
/// <param name="plan">What its columns mean.</param>
/// <param name="rows">Reads the rows that are read on their own.</param>
/// <param name="problems">Told what was noticed.</param>
/// <param name="currency">For amounts that have none; null keeps it unknown.</param>
internal sealed class ParquetBatches(ParquetFile file, TablePlan plan, RowReader rows, ProblemList problems, string? currency)
{
    private readonly TableColumns columns = new(plan, rows.Cells, currency);
    private long read;

    /// <summary>Whether the plan takes each column from one cell.</summary>
    public static bool CanRead(TablePlan plan) => plan.Rules.All(rule => rule.FillIns.IsEmpty && rule.At >= 0);

    /// <summary>The rows in batches, in the file's order.</summary>
    public IEnumerable<ColumnTable> Read()
    {
        (int At, bool IsText)[] leaves = Leaves();
        int[] asked = [.. plan.Rules.Select(rule => rule.At).Concat(plan.Custom.Select(rule => rule.At))];
        if (asked.Any(at => leaves[at].At < 0))
        {
            return ByRows(0, long.MaxValue);
        }

        return Read(asked, leaves);
    }

    private IEnumerable<ColumnTable> Read(int[] asked, (int At, bool IsText)[] leaves)
    {
        using ArrowReaderProperties properties = ArrowReaderProperties.GetDefault();
        properties.BatchSize = RowBatches.MostRows;
        properties.UseThreads = true;
        foreach (int at in asked.Where(at => leaves[at].IsText && !IsKey(at)))
        {
            properties.SetReadDictionary(leaves[at].At, true);
        }

        using var reader = new FileReader(file.Path, null, properties);
        using IArrowArrayStream batches = reader.GetRecordBatchReader(null, [.. asked.Select(at => leaves[at].At).Distinct().Order()]);
        while (Next(batches) is { } batch)
        {
            using (batch)
            {
                foreach (ColumnTable table in Take(batch) ? [columns.Build()] : ByRows(read, batch.Length))
                {
                    yield return table;
                }

                columns.Drop();
                read += batch.Length;
            }
        }
    }

    private RecordBatch? Next(IArrowArrayStream batches)
    {
        try
        {
            return batches.ReadNextRecordBatchAsync().AsTask().GetAwaiter().GetResult();
        }
        // Arrow's stream tells of damage by an exception of no kind.
        catch (Exception damaged) when (Guarded.IsDamage(damaged) || damaged is ParquetSharp.ParquetException || damaged.GetType() == typeof(Exception))
        {
            rows.Read(Guarded.RowOf(file.Name, read, damaged));
            return null;
        }
    }

    // Row groups end where they end, so a batch may be short; it never has more rows than asked for.
    private bool Take(RecordBatch batch)
    {
        for (int column = 0; column < columns.Columns.Count; column++)
        {
            bool isRead = column < plan.Rules.Length
                ? ArrowCells.Read(batch.Column(NameOf(plan.Rules[column].At), StringComparer.Ordinal), columns.Columns[column])
                : ArrowCells.ReadNothing(batch.Length, columns.Columns[column]);
            if (!isRead)
            {
                return false;
            }
        }

        foreach ((CustomRule rule, TextCells cells) in columns.Custom)
        {
            if (!ArrowCells.Read(batch.Column(NameOf(rule.At), StringComparer.Ordinal), cells))
            {
                return false;
            }
        }

        columns.KeepAll(batch.Length, row => new Place(file.Name, read + row + 1), problems);
        return true;
    }

    private IEnumerable<ColumnTable> ByRows(long from, long count)
    {
        columns.Drop();
        foreach (FileRow line in file.Rows(from, count))
        {
            if (rows.Read(line) is { } row)
            {
                columns.Keep(row);
            }

            if (columns.IsFull)
            {
                yield return columns.Build();
            }
        }

        if (columns.Count > 0)
        {
            yield return columns.Build();
        }
    }

    private bool IsKey(int at) => plan.Rules.Any(rule => rule.At == at && rule.Target.IsRequired);

    private string NameOf(int at) => file.Header[at];

    // Per column of the file the leaf of Parquet's schema that it is; −1 when it is a list or a structure, or when two have one name.
    private (int At, bool IsText)[] Leaves()
    {
        using var reader = new FileReader(file.Path, null, null);
        ILookup<string, SchemaField> fields = reader.SchemaManifest.SchemaFields.ToLookup(field => field.Field.Name, StringComparer.Ordinal);
        return
        [
            .. file.Header.Select(name => fields[name].ToArray() is [{ Children.Count: 0 } field]
                ? (field.ColumnIndex, field.Field.DataType.TypeId == ArrowTypeId.String)
                : (-1, false)),
        ];
    }
}
