using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bailiwick.Storage.Sqlite;

/// <summary>One SQLite file: opens connections that are set as the house needs them.</summary>
internal sealed class Database(string file) : IDisposable
{
    // Reading waits for nobody; a second writer waits this long for the first.
    private const int BusySeconds = 30;

    // WAL is kept in the file; the others belong to the connection. FULL: a commit that was acknowledged survives a loss of power.
    // The timeout first: the others look at the file, and may have to wait already.
    private const string PerConnection = "PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA trusted_schema = OFF;";

    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = true,
        DefaultTimeout = BusySeconds,
    }.ToString();

    public string File => file;

    /// <summary>An opened connection, from the pool if one is free.</summary>
    /// <exception cref="Workbench.WorkspaceException">The file cannot be opened.</exception>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            int code = raw.sqlite3_exec(connection.Handle, PerConnection);
            return code == raw.SQLITE_OK ? connection : throw Trouble.Of(connection.Handle!, code, file);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw Trouble.Of(exception, file);
        }
    }

    /// <summary>A transaction that sees one state of the file and changes nothing.</summary>
    public Session Read() => Session.Begin(Connect(), write: false);

    /// <summary>The one transaction that may write now.</summary>
    public Session Write() => Session.Begin(Connect(), write: true);

    /// <summary>Brings the journal of the file back into the file: after a large transaction, so that it does not stay on disk twice.</summary>
    public void Checkpoint()
    {
        using SqliteConnection connection = Connect();
        using var statement = new Statement(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        statement.Step();
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
