using System.Text;
using Bailiwick.Market;
using Bailiwick.Storage.Sqlite;

namespace Bailiwick.Storage.Markets;

/// <summary>Reads a table into columns.</summary>
internal static class SnapshotLoad
{
    private const int RowsBetweenLooks = 16_384;

    public static ColumnTable Load(Session session, StoredTable table, CancellationToken cancellation)
    {
        var builder = new ColumnTableBuilder(table.Table);
        Action<Statement, int>[] setters = [.. table.Table.Columns.Select(column => Setter(builder, column))];
        var fields = new Known<Dictionary<string, string>>(StoredJson.ReadObject);
        using Statement read = session.Prepare(table.Select);
        for (long row = 0; read.Step(); row++)
        {
            if (row % RowsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            for (int column = 0; column < setters.Length; column++)
            {
                if (!read.IsNull(column))
                {
                    setters[column](read, column);
                }
            }

            if (!read.IsNull(setters.Length))
            {
                foreach ((string name, string value) in fields.Of(read.Bytes(setters.Length)))
                {
                    builder.SetCustom(name, value);
                }
            }

            builder.EndRow();
        }

        return builder.Build();
    }

    private static Action<Statement, int> Setter(ColumnTableBuilder builder, Column column)
    {
        switch (column)
        {
            case TextColumn text:
                var texts = new Known<string>(Encoding.UTF8.GetString);
                return (read, ordinal) => builder.Set(text, texts.Of(read.Bytes(ordinal)));
            case SetColumn set:
                var sets = new Known<string[]>(StoredJson.ReadArray);
                return (read, ordinal) => builder.Set(set, sets.Of(read.Bytes(ordinal)));
            case IntegerColumn integer: return (read, ordinal) => builder.Set(integer, read.Integer(ordinal));
            case NumberColumn number: return (read, ordinal) => builder.Set(number, read.Number(ordinal));
            case MoneyColumn money: return (read, ordinal) => builder.Set(money, read.Integer(ordinal));
            case DateColumn date: return (read, ordinal) => builder.Set(date, (int)read.Integer(ordinal));
            default: throw new InvalidOperationException($"column kind {column.GetType().Name} has no place in a snapshot");
        }
    }

    /// <summary>Remembers what was made of the bytes met of late: most columns repeat few values, and need no new text for each row. Gives up where they do not.</summary>
    private sealed class Known<T>(Known<T>.Make make)
        where T : class
    {
        private const int Slots = 1 << 12;
        private const int Patience = 1 << 15;

        private readonly (byte[] Bytes, T Value)[] slots = new (byte[], T)[Slots];
        private int missesMoreThanHits;

        public delegate T Make(ReadOnlySpan<byte> utf8);

        public T Of(ReadOnlySpan<byte> utf8)
        {
            if (missesMoreThanHits > Patience)
            {
                return make(utf8);
            }

            ref (byte[] Bytes, T Value) slot = ref slots[System.IO.Hashing.XxHash3.HashToUInt64(utf8) % Slots];
            if (slot.Bytes is null || !utf8.SequenceEqual(slot.Bytes))
            {
                slot = (utf8.ToArray(), make(utf8));
                missesMoreThanHits += 2;
            }

            missesMoreThanHits--;

            return slot.Value;
        }
    }
}
