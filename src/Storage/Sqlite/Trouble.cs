using Bailiwick.Workbench;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bailiwick.Storage.Sqlite;

/// <summary>What the database says, in the words of the house.</summary>
internal static class Trouble
{
    /// <summary>The exception to throw for a result code of the driver's own level.</summary>
    public static Exception Of(sqlite3 database, int code, string file) =>
        Of(new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), code & 0xFF, raw.sqlite3_extended_errcode(database)), file);

    /// <summary>The exception to throw: a problem for what a person can do something about, the database's own for a mistake of ours.</summary>
    public static Exception Of(SqliteException exception, string file) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => new WorkspaceException(Problems.NotOurs(file), exception),
        raw.SQLITE_CORRUPT => new WorkspaceException(Problems.Damaged(file, exception.Message), exception),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new WorkspaceException(Problems.Busy(file), exception),
        raw.SQLITE_FULL => new WorkspaceException(Problems.DiskFull(file), exception),
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_IOERR => new WorkspaceException(Problems.CannotBeOpened(file, exception.Message), exception),
        _ => exception,
    };
}
