using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tajriba.Kernel.Log;

/// <summary>A prepared statement on SQLite's own API: no boxing, no parameter objects.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public SqliteStatement Bind(int place, long value)
    {
        Check(raw.sqlite3_bind_int64(statement, place, value));
        return this;
    }

    public SqliteStatement BindText(int place, ReadOnlySpan<byte> utf8)
    {
        Check(raw.sqlite3_bind_text(statement, place, utf8));
        return this;
    }

    public SqliteStatement BindText(int place, string text)
    {
        Check(raw.sqlite3_bind_text(statement, place, text));
        return this;
    }

    public SqliteStatement BindBlob(int place, ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(statement, place, bytes));
        return this;
    }

    public SqliteStatement BindNull(int place)
    {
        Check(raw.sqlite3_bind_null(statement, place));
        return this;
    }

    /// <summary>True where a row is at hand.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    /// <summary>Runs a statement without rows and makes it ready for the next run; true where it changed a row.</summary>
    public bool Run()
    {
        Step();
        Reset();
        return raw.sqlite3_changes(database) > 0;
    }

    public void Reset() => raw.sqlite3_reset(statement);

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>A blob's or text's bytes, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose() => statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
