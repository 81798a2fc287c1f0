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
        using WriterProperties properties = new WriterPropertiesBuilder().Compression(Compression.Snappy).Build();
        writer = new FileWriter(output, schema, properties, null, leaveOpen: true);
    }

    public object Encode(IReadOnlyList<TextValues> columns)
    {
        IArrowArray[] arrays = [.. columns.Select<TextValues, IArrowArray>((column, at) => at == 0 ? Plain(column.Codes, column.Values) : Dictionary(column))];
        return new RecordBatch(schema, arrays, columns[0].Count);
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

    // The values that the batch has, in order of first appearance.
    private static DictionaryArray Dictionary(TextValues column)
    {
        var dense = new int[column.Values.Length];
        var used = new List<int>();
        var indices = new Int32Array.Builder().Reserve(column.Count);
        foreach (int code in column.Codes)
        {
            if (code < 0)
            {
                indices.AppendNull();
                continue;
            }

            if (dense[code] == 0)
            {
                used.Add(code);
                dense[code] = used.Count;
            }

            indices.Append(dense[code] - 1);
        }

        return new DictionaryArray(ByDictionary, indices.Build(), Plain([.. used], column.Values));
    }

    private static StringArray Plain(int[] codes, string[] values)
    {
        var offsets = new ArrowBuffer.Builder<int>(codes.Length + 1);
        var valid = new ArrowBuffer.BitmapBuilder(codes.Length);
        var bytes = new ArrowBuffer.Builder<byte>(codes.Length * 8);
        Span<byte> cell = stackalloc byte[1024];
        offsets.Append(0);
        foreach (int code in codes)
        {
            valid.Append(code >= 0);
            if (code >= 0)
            {
                bytes.Append(System.Text.Encoding.UTF8.TryGetBytes(values[code], cell, out int length) ? cell[..length] : System.Text.Encoding.UTF8.GetBytes(values[code]));
            }

            offsets.Append(bytes.Length);
        }

        return new StringArray(codes.Length, offsets.Build(), bytes.Build(), valid.Build(), valid.UnsetBitCount);
    }
}
