using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Npgsql;
using Tajriba.Kernel.Telemetry;

namespace Tajriba.Kernel.Storage;

/// <summary>A PostgreSQL database, 15 or later; any number of nodes may share it.</summary>
internal sealed class PostgresDatabase(string connectionString) : IDatabase, IAsyncDisposable
{
    /// <summary>
    /// The server's default says that a page at random costs four in order, as on turning disks: a few hundred rows are then
    /// looked up by reading the whole table.
    /// </summary>
    private const string PlanForFlash = "-c random_page_cost=1.1";

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(Settled(connectionString));

    public DatabaseProvider Provider => DatabaseProvider.Postgres;

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken = default)
        => await source.OpenConnectionAsync(cancellationToken);

    public async Task<T> WriteAsync<T>(Func<DbTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        using var scope = WriteScope.Enter();
        var started = Stopwatch.GetTimestamp();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        try
        {
            var result = await work(transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            scope.Dispose();
            transaction.Committed();
            TajribaTelemetry.WriteDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            return result;
        }
        finally
        {
            // Npgsql hands out the same object again for a later transaction of the connection.
            transaction.Ended();
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>With options for the server, unless the connection string has its own.</summary>
    private static string Settled(string connectionString)
    {
        var settled = new NpgsqlConnectionStringBuilder(connectionString);
        settled.Options ??= PlanForFlash;
        return settled.ToString();
    }
}
