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
    // As many as one row group of most files: a file's dictionary is looked at once a batch.
    private const int MostRows = 1 << 17;

    private readonly TableColumns columns = new(plan, rows.Cells, currency);
    private long read;

    /// <summary>Whether the plan takes each column from one cell.</summary>
    public static bool CanRead(TablePlan plan) => plan.Rules.All(rule => rule.FillIns.IsEmpty && rule.At >= 0);

    /// <summary>The rows in batches, in the file's order.</summary>
    public IEnumerable<ColumnTable> Read()
    {
        (int At, bool HasBook)[] leaves = Leaves();
        int[] asked = [.. plan.Rules.Select(rule => rule.At).Concat(plan.Custom.Select(rule => rule.At))];
        if (asked.Any(at => leaves[at].At < 0))
        {
            return ByRows(0, long.MaxValue);
        }

        return Read(asked, leaves);
    }

    private IEnumerable<ColumnTable> Read(int[] asked, (int At, bool HasBook)[] leaves)
    {
        using ArrowReaderProperties properties = ArrowReaderProperties.GetDefault();
        properties.BatchSize = MostRows;
        properties.UseThreads = true;
        foreach (int at in asked.Where(at => leaves[at].HasBook && !IsKey(at)))
        {
            properties.SetReadDictionary(leaves[at].At, true);
        }

        using var reader = new FileReader(file.Path, null, properties);
        using IArrowArrayStream batches = reader.GetRecordBatchReader(null, [.. asked.Select(at => leaves[at].At).Distinct().Order()]);
        while (Next(batches) is { } batch)
        {
            using (batch)
            {
                TakeCells[]? takes = Takes(batch);
                for (int from = 0; from < batch.Length; from += RowBatches.MostRows)
                {
                    int count = Math.Min(RowBatches.MostRows, batch.Length - from);
                    if (takes is not null && Take(takes, from, count))
                    {
                        yield return columns.Build();
                    }
                    else
                    {
                        foreach (ColumnTable table in ByRows(read + from, count))
                        {
                            yield return table;
                        }
                    }

                    columns.Drop();
                }

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

    private TakeCells[]? Takes(RecordBatch batch)
    {
        TakeCells?[] takes =
        [
            .. columns.Columns.Select((column, at) => at < plan.Rules.Length ? ArrowCells.For(ArrayOf(batch, plan.Rules[at].At), column) : ArrowCells.Nothing(column)),
            .. columns.Custom.Select(custom => ArrowCells.For(ArrayOf(batch, custom.Rule.At), custom.Cells)),
        ];
        return takes.All(take => take is not null) ? [.. takes.OfType<TakeCells>()] : null;
    }

    private bool Take(TakeCells[] takes, int from, int count)
    {
        bool isTaken = System.Array.TrueForAll(takes, take => take(from, count));
        if (isTaken)
        {
            columns.KeepAll(count, row => new Place(file.Name, read + from + row + 1), problems);
        }

        return isTaken;
    }

    private IArrowArray ArrayOf(RecordBatch batch, int at) => batch.Column(file.Header[at], StringComparer.Ordinal);

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

    // Per column of the file the leaf of Parquet's schema that it is; −1 when it is a list or a structure, or when two have one name.
    private (int At, bool HasBook)[] Leaves()
    {
        using var reader = new FileReader(file.Path, null, null);
        ILookup<string, SchemaField> fields = reader.SchemaManifest.SchemaFields.ToLookup(field => field.Field.Name, StringComparer.Ordinal);
        return
        [
            .. file.Header.Select(name => fields[name].ToArray() is [{ Children.Count: 0 } field]
                ? (field.ColumnIndex, field.Field.DataType.TypeId == ArrowTypeId.String && HasBook(reader, field.ColumnIndex))
                : (-1, false)),
        ];
    }

    // Where the file itself writes values as they are, most are different, and making a dictionary of them is work for nothing.
    private static bool HasBook(FileReader reader, int column)
    {
        if (reader.NumRowGroups == 0)
        {
            return false;
        }

        using ParquetSharp.RowGroupReader group = reader.ParquetReader.RowGroup(reader.NumRowGroups / 2);
        return group.MetaData.GetColumnChunkMetaData(column).Encodings.Any(encoding => encoding is ParquetSharp.Encoding.RleDictionary or ParquetSharp.Encoding.PlainDictionary);
    }
}
