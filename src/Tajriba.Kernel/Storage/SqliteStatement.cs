using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tajriba.Kernel.Storage;

/// <summary>
/// A prepared statement on SQLite's own interface (sqlite.org/c3ref), for loops over millions of rows: no boxing, no
/// parameter objects, and calls that cost next to nothing. For one thread at a time, like its connection.
/// </summary>
internal sealed unsafe partial class SqliteStatement : IDisposable
{
    private const string Library = "e_sqlite3";
    private const nint Transient = -1;
    private const nint Static = 0;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt owner;
    private readonly nint connection;
    private readonly nint statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(database, sql, out owner));
        this.connection = database.DangerousGetHandle();
        statement = owner.DangerousGetHandle();
    }

    public SqliteStatement Bind(int place, long value)
    {
        Check(BindInt64(statement, place, value));
        return this;
    }

    public SqliteStatement BindText(int place, ReadOnlySpan<byte> utf8)
    {
        fixed (byte* text = &MemoryMarshal.GetReference(utf8))
        {
            Check(BindText(statement, place, utf8.IsEmpty ? Empty : text, utf8.Length, Transient));
        }

        return this;
    }

    public SqliteStatement BindText(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var utf8 = most <= 1024 ? stackalloc byte[most] : new byte[most];
        return BindText(place, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    /// <summary>Binds text that the caller pins until the statement has run, and that is not copied.</summary>
    public SqliteStatement BindPinnedText(int place, byte* utf8, int length)
    {
        Check(BindText(statement, place, length == 0 ? Empty : utf8, length, Static));
        return this;
    }

    public SqliteStatement BindBlob(int place, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* blob = &MemoryMarshal.GetReference(bytes))
        {
            Check(BindBlob(statement, place, bytes.IsEmpty ? Empty : blob, bytes.Length, Transient));
        }

        return this;
    }

    public SqliteStatement BindNull(int place)
    {
        Check(BindNull(statement, place));
        return this;
    }

    /// <summary>True where a row is at hand.</summary>
    public bool Step()
    {
        var result = Step(statement);
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
        return Changes(connection) > 0;
    }

    public void Reset() => _ = Reset(statement);

    public long Number(int column) => ColumnInt64(statement, column);

    /// <summary>A blob's or text's bytes, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        var bytes = ColumnBlob(statement, column);
        return bytes is null ? [] : new ReadOnlySpan<byte>(bytes, ColumnBytes(statement, column));
    }

    public void Dispose() => owner.Dispose();

    /// <summary>Somewhere to point to for what is empty but not null.</summary>
    private static byte* Empty => (byte*)1;

    // These only look at or fill a field; they neither wait nor call back.
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    [SuppressGCTransition]
    private static partial int BindInt64(nint statement, int place, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    [SuppressGCTransition]
    private static partial int BindNull(nint statement, int place);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [SuppressGCTransition]
    private static partial long ColumnInt64(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    private static partial byte* ColumnBlob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [SuppressGCTransition]
    private static partial int ColumnBytes(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_changes")]
    [SuppressGCTransition]
    private static partial int Changes(nint connection);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    private static partial int BindText(nint statement, int place, byte* text, int length, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_blob")]
    private static partial int BindBlob(nint statement, int place, byte* blob, int length, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    private static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    private static partial int Reset(nint statement);

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
