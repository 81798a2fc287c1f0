using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bailiwick.Storage.Sqlite;

/// <summary>One transaction on one connection. What is not committed is undone when it is disposed.</summary>
internal sealed class Session : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    private Session(SqliteConnection connection, SqliteTransaction transaction)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    /// <summary>Begins; a writer waits for the writer before it, for as long as the busy timeout says.</summary>
    public static Session Begin(SqliteConnection opened, bool write)
    {
        try
        {
            return new Session(opened, opened.BeginTransaction(deferred: !write));
        }
        catch (SqliteException exception)
        {
            opened.Dispose();
            throw Trouble.Of(exception, opened.DataSource);
        }
    }

    public Statement Prepare(string sql) => new(connection, sql);

    /// <summary>Runs statements without parameters, up to the first that fails.</summary>
    public void Run(string sql)
    {
        // Not by a command: its reader is content with the first statement's success and keeps a later one's failure to itself.
        int code = raw.sqlite3_exec(connection.Handle, sql);
        if (code != raw.SQLITE_OK)
        {
            throw Trouble.Of(connection.Handle!, code, connection.DataSource);
        }
    }

    /// <summary>The first column of the first row; null when there is none.</summary>
    public long? One(string sql)
    {
        using Statement statement = Prepare(sql);
        return statement.One();
    }

    /// <summary>Makes all that was done since the beginning lasting: when this returns, it is on disk.</summary>
    public void Commit()
    {
        try
        {
            transaction.Commit();
        }
        catch (SqliteException exception)
        {
            throw Trouble.Of(exception, connection.DataSource);
        }
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
