using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Storage.Sqlite;
using Bailiwick.Workbench;

namespace Bailiwick.Storage.Markets;

/// <summary>Takes the rows of one table: new keys are added, other content is rewritten, the rest is left alone.</summary>
internal sealed class TableUpsert : IDisposable
{
    private const int ExamplesOfRepeats = 5;

    private readonly StoredTable table;
    private readonly EncodedRow row;
    private readonly Statement find;
    private readonly Statement insert;
    private readonly Statement update;
    private readonly List<Problem> problems = [];
    private readonly List<string> repeatedKeys = [];
    private readonly long lastBefore;
    private readonly RowMarks seen = new();

    // Rows that stood before and were rewritten, with the hash that they had: a key that comes again may bring the old content back.
    private readonly Dictionary<long, ulong> hashBefore = [];
    private long taken, added, same, repeated, repeatedOtherwise;

    public TableUpsert(Session session, StoredTable table)
    {
        this.table = table;
        row = new EncodedRow(table.Table);
        find = session.Prepare(table.Find);
        insert = session.Prepare(table.Insert);
        update = session.Prepare(table.Update);
        lastBefore = session.One($"SELECT max(row_number) FROM {table.Name}") ?? 0;
    }

    /// <summary>Change of the sum of all hashes, modulo 2^64.</summary>
    public ulong FingerprintChange { get; private set; }

    public long Added => added;

    public TableImport Result => new(table.Table.Name, taken, added, hashBefore.Count, same, repeated);

    public IEnumerable<Problem> Problems => repeatedOtherwise == 0
        ? problems
        : problems.Append(Storage.Problems.Repeated(table.Table.Name, repeatedOtherwise, string.Join(", ", repeatedKeys)));

    public void Take(MarketRow given)
    {
        if (row.Take(given) is { } problem)
        {
            problems.Add(problem);
            return;
        }

        taken++;
        // On a first import nearly every key is new: asking first would cost a second walk through the index.
        if (lastBefore == 0 && Add())
        {
            return;
        }

        row.BindKey(find);
        bool known = find.Step();
        long number = known ? find.Integer(0) : 0;
        ulong kept = known ? unchecked((ulong)find.Integer(1)) : 0;
        find.Reset();
        if (!known)
        {
            Add();
        }
        else if (seen.Add(number))
        {
            TakeKnown(number, kept);
        }
        else
        {
            TakeAgain(given, number, kept);
        }
    }

    public void Dispose()
    {
        find.Dispose();
        insert.Dispose();
        update.Dispose();
    }

    private bool Add()
    {
        row.BindAll(insert);
        if (insert.Run() == 0)
        {
            return false;
        }

        seen.Add(insert.LastRow());
        added++;
        FingerprintChange += row.Hash;
        return true;
    }

    private void TakeKnown(long number, ulong kept)
    {
        if (kept == row.Hash)
        {
            same++;
            return;
        }

        hashBefore[number] = kept;
        Rewrite(number, kept);
    }

    private void TakeAgain(MarketRow given, long number, ulong kept)
    {
        repeated++;
        if (kept == row.Hash)
        {
            return;
        }

        repeatedOtherwise++;
        if (repeatedKeys.Count < ExamplesOfRepeats)
        {
            repeatedKeys.Add(EncodedRow.KeyOf(given));
        }

        Rewrite(number, kept);
        if (number > lastBefore)
        {
            return;
        }

        if (hashBefore.TryAdd(number, kept))
        {
            same--;
        }
        else if (hashBefore[number] == row.Hash)
        {
            hashBefore.Remove(number);
            same++;
        }
    }

    private void Rewrite(long number, ulong kept)
    {
        row.BindAll(update);
        update.Bind(table.Table.Columns.Length + 2, number);
        update.Run();
        FingerprintChange += row.Hash - kept;
    }

    /// <summary>One bit a row number.</summary>
    private sealed class RowMarks
    {
        private ulong[] bits = new ulong[64];

        /// <summary>Sets the mark; false when it was set.</summary>
        public bool Add(long number)
        {
            int word = checked((int)(number >> 6));
            if (word >= bits.Length)
            {
                Array.Resize(ref bits, Math.Max(word + 1, bits.Length * 2));
            }

            ulong bit = 1UL << (int)(number & 63);
            bool isNew = (bits[word] & bit) == 0;
            bits[word] |= bit;
            return isNew;
        }
    }
}
