using System.Data.Common;

namespace Tajriba.ProcessMining.Ocel;

/// <summary>
/// The relational form of OCEL 2.0 that its standard gives for SQLite. The caller opens the connection (and decides with
/// which provider); the library brings the tables and their meaning.
/// </summary>
public static class OcelDatabase
{
    /// <summary>Creates the tables in an empty database and fills them in one transaction.</summary>
    /// <param name="log">The log.</param>
    /// <param name="connection">An open SQLite connection.</param>
    /// <param name="cancel">Stops the writing; nothing stays written then.</param>
    /// <exception cref="ArgumentException">Two names differ only by case, or are those of the form's own columns, which SQLite cannot tell apart.</exception>
    public static void Write(ObjectCentricLog log, DbConnection connection, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(connection);
        using var transaction = connection.BeginTransaction();
        new OcelDatabaseWriter(log, connection, transaction, cancel).Write();
        transaction.Commit();
    }

    /// <summary>Reads a log.</summary>
    /// <param name="connection">An open SQLite connection.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="LogFormatException">A table is missing, or the content is no consistent log; the message says where and what.</exception>
    public static ObjectCentricLog Read(DbConnection connection, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return new OcelDatabaseReader(connection, cancel).Read();
    }
}
