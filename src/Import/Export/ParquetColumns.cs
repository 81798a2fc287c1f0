using System.Buffers;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using Bailiwick.Market;
using ParquetSharp;
using ParquetSharp.Arrow;

namespace Bailiwick.Import.Export;

/// <summary>Writes columns of text as Parquet, a row group a batch: the first as it is, the others by dictionary, compressed by Snappy.</summary>
internal sealed class ParquetColumns : IColumnWriter
{
    private static readonly DictionaryType ByDictionary = new(Int32Type.Default, StringType.Default, ordered: false);

    private readonly FileWriter writer;
    private readonly Schema schema;

    public ParquetColumns(Stream output, IReadOnlyList<string> columns)
    {
        schema = new Schema([.. columns.Select((column, at) => new Field(column, at == 0 ? StringType.Default : ByDictionary, nullable: true))], null);
        using WriterProperties properties = new WriterPropertiesBuilder().Compression(Compression.Snappy).DisableDictionary(columns[0]).Build();
        writer = new FileWriter(output, schema, properties, null, leaveOpen: true);
    }

    public object Encode(IReadOnlyList<IReadOnlyList<TextValues>> batches)
    {
        int rows = batches.Sum(columns => columns[0].Count);
        IArrowArray[] arrays = [.. batches[0].Select<TextValues, IArrowArray>((_, at) => at == 0 ? Plain(batches.Select(columns => columns[0]), rows) : Dictionary(batches.Select(columns => columns[at]), rows))];
        return new RecordBatch(schema, arrays, rows);
    }

    public void Write(object encoded)
    {
        using var batch = (RecordBatch)encoded;
        writer.WriteRecordBatch(batch, batch.Length);
    }

    public void Dispose()
    {
        writer.Close();
        writer.Dispose();
    }

    // The values that the rows have, in order of first appearance.
    private static DictionaryArray Dictionary(IEnumerable<TextValues> parts, int rows)
    {
        var values = new List<string>();
        var indices = new int[rows];
        var valid = new byte[(rows + 7) / 8];
        (string[]? book, int[] placeOf) = (null, []);
        int row = 0;
        int nulls = 0;
        foreach (TextValues part in parts)
        {
            if (book != part.Values)
            {
                (book, placeOf) = (part.Values, new int[part.Values.Length]);
            }

            foreach (int code in part.Codes)
            {
                if (code < 0)
                {
                    nulls++;
                    row++;
                    continue;
                }

                if (placeOf[code] == 0)
                {
                    values.Add(book[code]);
                    placeOf[code] = values.Count;
                }

                valid[row >> 3] |= (byte)(1 << (row & 7));
                indices[row++] = placeOf[code] - 1;
            }
        }

        return new DictionaryArray(ByDictionary, new Int32Array(new ArrowBuffer(Bytes(indices)), new ArrowBuffer(valid), rows, nulls, 0), Plain([new TextValues([.. Enumerable.Range(0, values.Count)], [.. values])], values.Count));
    }

    private static StringArray Plain(IEnumerable<TextValues> parts, int rows)
    {
        var offsets = new int[rows + 1];
        var valid = new byte[(rows + 7) / 8];
        var bytes = new ArrayBufferWriter<byte>(Math.Max(1, rows * 10));
        int row = 0;
        int nulls = 0;
        foreach (TextValues part in parts)
        {
            foreach (int code in part.Codes)
            {
                if (code < 0)
                {
                    nulls++;
                }
                else
                {
                    valid[row >> 3] |= (byte)(1 << (row & 7));
                    System.Text.EncodingExtensions.GetBytes(System.Text.Encoding.UTF8, part.ValueOf(code), bytes);
                }

                offsets[++row] = bytes.WrittenCount;
            }
        }

        return new StringArray(rows, new ArrowBuffer(Bytes(offsets)), new ArrowBuffer(bytes.WrittenMemory), new ArrowBuffer(valid), nulls);
    }

    private static byte[] Bytes(int[] numbers) => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();
}
