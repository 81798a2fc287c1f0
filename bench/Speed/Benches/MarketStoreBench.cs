using Bailiwick.Market;
using Bailiwick.Storage;
using Bailiwick.Workbench;
using Microsoft.Data.Sqlite;

namespace Bailiwick.Speed.Benches;

/// <summary>The market store alone: rows in memory → state → columns.</summary>
internal sealed class MarketStoreBench : IBench
{
    private const int Rows = 1_000_000;

    public string Name => "market-store";

    public string Title => "1 M accounts made in memory, put into an empty store, put in again, loaded as columns.";

    public void Run(BenchPlace place, BenchResults results)
    {
        Took making = Took.By(() => Walk(new PlainMarket(Rows).Rows(Accounts.Table)));
        results.Add("making the rows (part of each import below)", making, Rows, "rows");
        using Workspace workspace = WorkspaceFolder.Open(Path.Combine(place.Scratch, "store"), TimeProvider.System);
        Took first = Took.By(() => Import(workspace, 0));
        results.AddPeakMemory("after the first import");
        Took again = Took.By(() => Import(workspace, 0));
        Took edited = Took.By(() => Import(workspace, 100));
        Took load = Took.By(() => workspace.Market.Load(default));
        results.AddPeakMemory("after the load", "");
        Took cached = Took.By(() => workspace.Market.Load(default));
        Took bare = Took.By(() => Bare(Path.Combine(place.Scratch, "bare.db"), withKey: false));
        Took keyed = Took.By(() => Bare(Path.Combine(place.Scratch, "keyed.db"), withKey: true));

        results.Add("bare peer: prepared inserts by Microsoft.Data.Sqlite, one transaction, no key", bare, Rows, "rows");
        results.Add("keyed peer: the same with a unique key", keyed, Rows, "rows");
        results.Add("first import", first, Rows, "rows", $"{first.Beside(bare, "the bare peer")}; {first.Beside(keyed, "the keyed peer")}");
        results.Add("the same again: nothing changes", again, Rows, "rows", again.Beside(keyed, "the keyed peer"));
        results.Add("again with every hundredth row edited", edited, Rows, "rows", edited.Beside(keyed, "the keyed peer"));
        results.Add("load as columns", load, Rows, "rows", load.Beside(bare, "the bare peer"));
        results.Add("load again: cached", cached.Elapsed.TotalMilliseconds.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + " ms");
    }

    internal static void Walk<T>(IEnumerable<T> rows)
    {
        foreach (T row in rows)
        {
            GC.KeepAlive(row);
        }
    }

    private static void Import(Workspace workspace, int edited) => workspace.Market.Import(new PlainMarket(Rows, edited), keep: true, null, default);

    /// <summary>What anyone would write who only wants the rows in a table.</summary>
    private static void Bare(string file, bool withKey)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
        string columns = string.Join(", ", Accounts.Table.Columns.Select(column => column.Name));
        Run(connection, $"CREATE TABLE accounts ({columns})");
        if (withKey)
        {
            Run(connection, "CREATE UNIQUE INDEX accounts_key ON accounts (id)");
        }

        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO accounts VALUES ({string.Join(", ", Accounts.Table.Columns.Select((_, number) => $"@p{number}"))})";
        SqliteParameter[] parameters = [.. Accounts.Table.Columns.Select((_, number) => insert.Parameters.Add(new SqliteParameter($"@p{number}", DBNull.Value)))];
        insert.Prepare();
        foreach (MarketRow row in new PlainMarket(Rows).Rows(Accounts.Table))
        {
            foreach (Column column in Accounts.Table.Columns)
            {
                parameters[column.Ordinal].Value = row[column] switch
                {
                    null => DBNull.Value,
                    System.Collections.Immutable.ImmutableArray<string> values => string.Join(';', values),
                    DateOnly day => day.DayNumber,
                    decimal amount => (double)amount,
                    var value => value,
                };
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
