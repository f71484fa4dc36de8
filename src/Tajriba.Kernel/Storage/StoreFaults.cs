using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Tajriba.Kernel.Storage;

/// <summary>Tells a database that cannot write now from one that does not take what it was given.</summary>
public static class StoreFaults
{
    /// <summary>True for a full disk, an I/O error, a lost connection, a server that stops: the same write may succeed later.</summary>
    public static bool IsStoreAtFault(Exception exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY
            or raw.SQLITE_NOMEM or raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_PROTOCOL,

        // Classes 08 connection, 53 resources, 57 operator, 58 system, XX internal; 40 asks to try again.
        PostgresException postgres => postgres.SqlState[..2] is "08" or "53" or "57" or "58" or "XX" or "40",
        DbException or TimeoutException or IOException => true,
        OperationCanceledException => true,
        _ => false,
    };
}
