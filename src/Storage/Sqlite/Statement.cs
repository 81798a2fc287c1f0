using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bailiwick.Storage.Sqlite;

/// <summary>A prepared statement on the driver's own level: no parameter objects, text in and out as UTF-8 spans.</summary>
/// <remarks>Parameters and columns count from 0. One thread.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly string file;
    private readonly bool[] isNull;
    private byte[] encoded = new byte[256];

    public Statement(SqliteConnection connection, string sql)
    {
        file = connection.DataSource;
        database = connection.Handle ?? throw new InvalidOperationException("the connection is not open");
        int code = raw.sqlite3_prepare_v2(database, sql, out statement);
        Check(code);
        isNull = new bool[raw.sqlite3_bind_parameter_count(statement)];
        Array.Fill(isNull, true);
    }

    /// <summary>How many values it asks for.</summary>
    public int Parameters => isNull.Length;

    public void Bind(int parameter, long value) => raw.sqlite3_bind_int64(statement, Filled(parameter), value);

    public void Bind(int parameter, double value) => raw.sqlite3_bind_double(statement, Filled(parameter), value);

    public void BindNull(int parameter)
    {
        // Most rows of a wide table leave the same columns unknown, and bindings stay from run to run.
        if (!isNull[parameter])
        {
            isNull[parameter] = true;
            raw.sqlite3_bind_null(statement, parameter + 1);
        }
    }

    public void BindUtf8(int parameter, ReadOnlySpan<byte> text) => raw.sqlite3_bind_text(statement, Filled(parameter), text);

    public void BindBlob(int parameter, ReadOnlySpan<byte> bytes) => raw.sqlite3_bind_blob(statement, Filled(parameter), bytes);

    public void Bind(int parameter, string? text)
    {
        if (text is null)
        {
            BindNull(parameter);
            return;
        }

        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (encoded.Length < most)
        {
            encoded = new byte[most];
        }

        BindUtf8(parameter, encoded.AsSpan(0, Encoding.UTF8.GetBytes(text, encoded)));
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Step()
    {
        int code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        return false;
    }

    /// <summary>Makes it ready to run again; bindings stay.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    /// <summary>Runs a statement that answers nothing, and makes it ready to run again.</summary>
    /// <returns>Rows written.</returns>
    public int Run()
    {
        Step();
        int changed = raw.sqlite3_changes(database);
        Reset();
        return changed;
    }

    /// <summary>Runs it and reads the first column of the first row; null when there is none.</summary>
    public long? One()
    {
        long? one = Step() && !IsNull(0) ? Integer(0) : null;
        Reset();
        return one;
    }

    /// <summary>The key that the last insert of this connection got.</summary>
    public long LastRow() => raw.sqlite3_last_insert_rowid(database);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    public double Number(int column) => raw.sqlite3_column_double(statement, column);

    /// <summary>The bytes of a text or blob: valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public void Dispose() => statement.Dispose();

    private int Filled(int parameter)
    {
        isNull[parameter] = false;
        return parameter + 1;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Trouble.Of(database, code, file);
        }
    }
}
