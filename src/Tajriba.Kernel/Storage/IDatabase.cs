using System.Data.Common;

namespace Tajriba.Kernel.Storage;

/// <summary>The one database of the product. Rooms reach their own tables through it; SQL names only them.</summary>
public interface IDatabase
{
    DatabaseProvider Provider { get; }

    /// <summary>A pooled connection for reading. On SQLite it sees the last commit and never blocks the writer.</summary>
    ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and commits it durably; rolls back when it throws. On SQLite
    /// writers queue up behind each other, so keep the work short and free of network calls.
    /// </summary>
    Task<T> WriteAsync<T>(Func<DbTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default);
}
