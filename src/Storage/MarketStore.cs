using System.Globalization;
using System.Text;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Storage.Markets;
using Bailiwick.Storage.Sqlite;
using Bailiwick.Workbench;

namespace Bailiwick.Storage;

/// <summary>The market: rows in, columns out.</summary>
internal sealed class MarketStore(Database database, JournalStore journal) : IMarketStore
{
    private const int RowsBetweenReports = 8_192;
    private const long RowsWorthACheckpoint = 10_000;

    private readonly Lock loading = new();
    private MarketSnapshot? loaded;

    public (IReadOnlyList<TableImport> Tables, IReadOnlyList<Problem> Problems) Import(
        IMarketSource source, bool keep, IProgress<Progress>? progress, CancellationToken cancellation)
    {
        var results = new List<TableImport>();
        var problems = new List<Problem>();
        using (Session session = database.Write())
        {
            string before = FingerprintOf(session);
            foreach (StoredTable table in StoredTable.All)
            {
                using var upsert = new TableUpsert(session, table);
                Take(source, table, upsert, progress, cancellation);
                problems.AddRange(upsert.Problems);
                results.Add(upsert.Result);
                Count(session, table, upsert);
            }

            progress?.Report(new Progress(Steps.References, 0, null));
            problems.AddRange(References.Doubts(session));
            cancellation.ThrowIfCancellationRequested();
            if (!keep || results.All(table => table.Added + table.Changed == 0))
            {
                return (results, problems);
            }

            session.Run("UPDATE market SET version = version + 1");
            journal.Add(session, new Happening("market.imported", "market", before, FingerprintOf(session), results.Where(table => table.Read > 0)));
            session.Commit();
        }

        if (results.Sum(table => table.Added + table.Changed) >= RowsWorthACheckpoint)
        {
            database.Checkpoint();
        }

        return (results, problems);
    }

    public long Version()
    {
        using Session session = database.Read();
        return Version(session);
    }

    public MarketSnapshot Load(CancellationToken cancellation)
    {
        lock (loading)
        {
            using Session session = database.Read();
            long version = Version(session);
            if (loaded?.Version != version)
            {
                loaded = null;
                loaded = new MarketSnapshot(version, StoredTable.All.Select(table => SnapshotLoad.Load(session, table, cancellation)));
            }

            return loaded;
        }
    }

    /// <summary>Says in one text what the market holds: equal fingerprints, equal rows.</summary>
    private static string FingerprintOf(Session session)
    {
        var words = new StringBuilder();
        using Statement read = session.Prepare("SELECT name, row_count, fingerprint FROM market_tables ORDER BY name");
        while (read.Step())
        {
            words.Append(CultureInfo.InvariantCulture, $"{read.Text(0)} {read.Integer(1)} {read.Integer(2)}\n");
        }

        return Fingerprint.Of(words.ToString());
    }

    private static long Version(Session session) => session.One("SELECT version FROM market") ?? 0;

    private static void Take(IMarketSource source, StoredTable table, TableUpsert upsert, IProgress<Progress>? progress, CancellationToken cancellation)
    {
        long done = 0;
        foreach (MarketRow row in source.Rows(table.Table))
        {
            upsert.Take(row);
            if (++done % RowsBetweenReports == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new Progress(Steps.Storing(table.Table), done, null));
            }
        }

        if (done > 0)
        {
            progress?.Report(new Progress(Steps.Storing(table.Table), done, done));
        }
    }

    private static void Count(Session session, StoredTable table, TableUpsert upsert)
    {
        using Statement write = session.Prepare("""
            INSERT INTO market_tables VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET row_count = row_count + excluded.row_count, fingerprint = ?
            """);
        using Statement read = session.Prepare("SELECT fingerprint FROM market_tables WHERE name = ?");
        read.Bind(0, table.Table.Name);
        long sum = unchecked((read.One() ?? 0) + (long)upsert.FingerprintChange);
        write.Bind(0, table.Table.Name);
        write.Bind(1, upsert.Added);
        write.Bind(2, sum);
        write.Bind(3, sum);
        write.Run();
    }
}
