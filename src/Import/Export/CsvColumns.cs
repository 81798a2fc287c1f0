using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Bailiwick.Market;

namespace Bailiwick.Import.Export;

/// <summary>Writes columns as <see cref="CsvSheet"/> writes rows; the first is a key, of the others each value that batches share is put into bytes once.</summary>
internal sealed class CsvColumns : IColumnWriter
{
    private readonly Stream output;
    private readonly ConditionalWeakTable<string[], byte[]?[]> known = [];

    public CsvColumns(Stream output, IReadOnlyList<string> columns)
    {
        this.output = output;
        output.Write(Encoding.UTF8.GetBytes(string.Join(',', columns.Select(CsvSheet.Cell)) + "\r\n"));
    }

    public object Encode(IReadOnlyList<IReadOnlyList<TextValues>> batches)
    {
        var bytes = new ArrayBufferWriter<byte>(Math.Max(1, batches.Sum(columns => columns[0].Count * columns.Count) * 16));
        foreach (IReadOnlyList<TextValues> columns in batches)
        {
            Encode(columns, bytes);
        }

        return bytes;
    }

    public void Write(object encoded) => output.Write(((ArrayBufferWriter<byte>)encoded).WrittenSpan);

    public void Dispose() => output.Flush();

    private void Encode(IReadOnlyList<TextValues> columns, ArrayBufferWriter<byte> bytes)
    {
        int rows = columns[0].Count;
        byte[]?[]?[] cells = [.. columns.Select((column, at) => at == 0 ? null : known.GetValue(column.Values, values => new byte[]?[values.Length]))];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < cells.Length; column++)
            {
                if (column > 0)
                {
                    bytes.Write(","u8);
                }

                int code = columns[column].Codes[row];
                if (code < 0)
                {
                    continue;
                }

                if (cells[column] is { } shared)
                {
                    bytes.Write(shared[code] ??= Encoding.UTF8.GetBytes(CsvSheet.Cell(columns[column].Values[code])));
                }
                else
                {
                    Encoding.UTF8.GetBytes(CsvSheet.Cell(columns[column].Values[code]), bytes);
                }
            }

            bytes.Write("\r\n"u8);
        }
    }
}
