using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Storage.Sqlite;

namespace Bailiwick.Storage.Markets;

/// <summary>One row as bytes, once: they are hashed, and the same bytes are bound. Reused from row to row.</summary>
/// <remarks>Unknown values leave no trace in the hash, so that a new column does not change the hash of rows without it.</remarks>
internal sealed class EncodedRow(MarketTable table)
{
    private enum Kind
    {
        Unknown,
        Whole,
        Real,
        Text,
    }

    private readonly Cell[] cells = new Cell[table.Columns.Length + 1];
    private readonly uint[] tags = [.. table.Columns.Select(column => Tag(column.Name)), Tag("")];
    private readonly ByteBuffer bytes = new();

    /// <summary>XxHash3 of the content.</summary>
    public ulong Hash { get; private set; }

    /// <summary>Takes a row; a problem when it cannot be kept.</summary>
    public Problem? Take(MarketRow row)
    {
        bytes.Clear();
        foreach (Column column in table.Columns)
        {
            cells[column.Ordinal] = default;
            switch (column)
            {
                case TextColumn text: Text(text.Ordinal, row[text]); break;
                case IntegerColumn integer: Whole(integer.Ordinal, row[integer]); break;
                case NumberColumn number: Real(number.Ordinal, row[number]); break;
                case DateColumn date: Whole(date.Ordinal, row[date]?.DayNumber); break;
                case SetColumn set when row[set] is { IsEmpty: false } values: Text(set.Ordinal, StoredJson.Write(values)); break;
                case SetColumn: break;
                case MoneyColumn money when row[money] is { } amount:
                    if (Math.Abs(amount) > long.MaxValue / Money.Scale)
                    {
                        return Problems.TooLarge(row.Place with { Column = column.Name }, column.Name, amount);
                    }

                    Whole(money.Ordinal, (long)decimal.Round(amount * Money.Scale, MidpointRounding.AwayFromZero));
                    break;
                case MoneyColumn: break;
                default: throw new InvalidOperationException($"column kind {column.GetType().Name} has no place in storage");
            }

            if (column.IsRequired && cells[column.Ordinal].Kind == Kind.Unknown)
            {
                return Problems.NoValue(row.Place with { Column = column.Name }, table.Name, column.Name);
            }
        }

        cells[^1] = default;
        if (!row.Custom.IsEmpty)
        {
            Text(cells.Length - 1, StoredJson.Write(row.Custom));
        }

        Hash = XxHash3.HashToUInt64(bytes.Written);
        return null;
    }

    /// <summary>Binds hash, columns and custom fields.</summary>
    public void BindAll(Statement statement)
    {
        statement.Bind(0, unchecked((long)Hash));
        for (int cell = 0; cell < cells.Length; cell++)
        {
            Bind(statement, cell + 1, cells[cell], unknownAs: null);
        }
    }

    /// <summary>Binds the key columns; what stands for unknown is what the key's index has for it.</summary>
    public void BindKey(Statement statement)
    {
        for (int part = 0; part < table.Key.Length; part++)
        {
            Bind(statement, part, cells[table.Key[part].Ordinal], table.Key[part]);
        }
    }

    /// <summary>The key for a person: its parts joined by a slash.</summary>
    public static string KeyOf(MarketRow row) => string.Join('/', row.Table.Key.Select(column => row[column]).Where(value => value is not null));

    private static uint Tag(string name) => XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(name));

    private void Bind(Statement statement, int parameter, Cell cell, Column? unknownAs)
    {
        switch (cell.Kind)
        {
            case Kind.Whole: statement.Bind(parameter, cell.Whole); break;
            case Kind.Real: statement.Bind(parameter, cell.Real); break;
            case Kind.Text: statement.BindUtf8(parameter, bytes.Written.Slice(cell.Start, cell.Length)); break;
            case Kind.Unknown when unknownAs is DateColumn: statement.Bind(parameter, -1); break;
            case Kind.Unknown when unknownAs is not null: statement.BindUtf8(parameter, []); break;
            case Kind.Unknown: statement.BindNull(parameter); break;
            default: throw new InvalidOperationException($"cell kind {cell.Kind}");
        }
    }

    private void Text(int cell, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        int length = Encoding.UTF8.GetByteCount(value);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.Add(4), tags[cell]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.Add(4), length);
        cells[cell] = new Cell(Kind.Text, bytes.Length, length, 0, 0);
        Encoding.UTF8.GetBytes(value, bytes.Add(length));
    }

    private void Whole(int cell, long? value)
    {
        if (value is { } whole)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.Add(4), tags[cell]);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.Add(8), whole);
            cells[cell] = new Cell(Kind.Whole, 0, 0, whole, 0);
        }
    }

    private void Real(int cell, double? value)
    {
        if (value is { } real && !double.IsNaN(real))
        {
            // Minus zero and zero are one value.
            real += 0.0;
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.Add(4), tags[cell]);
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.Add(8), real);
            cells[cell] = new Cell(Kind.Real, 0, 0, 0, real);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Cell(Kind Kind, int Start, int Length, long Whole, double Real);

    private sealed class ByteBuffer
    {
        private byte[] bytes = new byte[1024];

        public int Length { get; private set; }

        public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

        public void Clear() => Length = 0;

        public Span<byte> Add(int count)
        {
            if (Length + count > bytes.Length)
            {
                Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
            }

            Length += count;
            return bytes.AsSpan(Length - count, count);
        }
    }
}
