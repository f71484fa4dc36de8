using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Tajriba.Kernel.Telemetry;

namespace Tajriba.Kernel.Storage;

/// <summary>One SQLite file: write-ahead log, every commit synced, one writer at a time in order of arrival, pooled readers.</summary>
internal sealed class SqliteDatabase : IDatabase, IAsyncDisposable
{
    private const string WriterPragmas =
        "pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 30000; " +
        "pragma cache_size = -16384; pragma journal_size_limit = 134217728; pragma temp_store = memory;";

    /// <summary>New pages in the write-ahead log after which they are copied into the file.</summary>
    private const int CheckpointPages = 2000;

    private const string ReaderPragmas = "pragma query_only = 1; pragma busy_timeout = 30000; pragma cache_size = -4096;";

    private readonly string readers;
    private readonly string path;
    private readonly SemaphoreSlim turn = new(1, 1);
    private SqliteConnection? writer;
    private WalLength? length;
    private int copied;
    private Task checkpoint = Task.CompletedTask;
    private volatile bool created;

    /// <summary>A connection here serves one thread at a time, so that SQLite need not lock it again for each column of each row.</summary>
    static SqliteDatabase()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    public SqliteDatabase(string path)
    {
        this.path = Path.GetFullPath(path);
        readers = new SqliteConnectionStringBuilder { DataSource = this.path, Pooling = true, ForeignKeys = true }.ToString();
    }

    public DatabaseProvider Provider => DatabaseProvider.Sqlite;

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken = default)
    {
        if (!created)
        {
            await turn.WaitAsync(cancellationToken);
            try
            {
                writer ??= OpenWriter();
            }
            finally
            {
                turn.Release();
            }
        }

        var connection = new SqliteConnection(readers);
        try
        {
            connection.Open();
            await connection.Command(ReaderPragmas).RunAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<T> WriteAsync<T>(Func<DbTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        using var scope = WriteScope.Enter();
        var started = Stopwatch.GetTimestamp();
        await turn.WaitAsync(cancellationToken);
        try
        {
            writer ??= OpenWriter();
            var transaction = writer.BeginTransaction(deferred: false);
            T result;
            try
            {
                result = await work(transaction, cancellationToken);
                transaction.Commit();
            }
            catch
            {
                Abandon(transaction);
                transaction.Ended();
                throw;
            }

            transaction.Dispose();
            scope.Dispose();
            transaction.Committed();
            transaction.Ended();
            CheckpointIfLong();
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        var last = checkpoint;
        turn.Release();
        await last;
        await turn.WaitAsync();
        Close();
        using (var any = new SqliteConnection(readers))
        {
            SqliteConnection.ClearPool(any);
        }

        turn.Dispose();
    }

    private SqliteConnection OpenWriter()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ToString());
        try
        {
            connection.Open();
            using var command = connection.Command(WriterPragmas);
            command.ExecuteNonQuery();
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        length = new WalLength(connection);
        copied = 0;
        created = true;
        return connection;
    }

    /// <summary>Rolls back; where even that fails (disk full, I/O error) the connection is given up, which rolls back too.</summary>
    private void Abandon(SqliteTransaction transaction)
    {
        try
        {
            transaction.Dispose();
        }
        catch (SqliteException)
        {
            Close();
        }
    }

    private void Close()
    {
        writer?.Dispose();
        writer = null;
        length?.Dispose();
        length = null;
    }

    private void CheckpointIfLong()
    {
        var pages = length!.Pages;
        if (pages < copied)
        {
            // It began anew.
            copied = 0;
        }

        if (pages - copied >= CheckpointPages && checkpoint.IsCompleted)
        {
            copied = pages;
            checkpoint = Task.Run(CheckpointAsync);
        }
    }

    /// <summary>
    /// Copies the write-ahead log into the file beside the writer, which goes on meanwhile. What it wrote during the first
    /// copy goes with a second one, and the little that is left then in a turn of its own, so that the log begins anew.
    /// </summary>
    private async Task CheckpointAsync()
    {
        try
        {
            using (var beside = new SqliteConnection(readers))
            {
                beside.Open();
                Copy(beside);
                Copy(beside);
            }

            await turn.WaitAsync();
            try
            {
                if (writer is not null)
                {
                    copied = Copy(writer);
                }
            }
            finally
            {
                turn.Release();
            }
        }
        catch (SqliteException)
        {
            // A full disk or an I/O error: the write-ahead log keeps all, and later commits try again.
        }
    }

    /// <summary>Copies what no reader needs as it was; returns the pages in the write-ahead log.</summary>
    private static int Copy(SqliteConnection connection)
    {
        var result = raw.sqlite3_wal_checkpoint_v2(connection.Handle!, null, raw.SQLITE_CHECKPOINT_PASSIVE, out var pages, out _);
        if (result is not (raw.SQLITE_OK or raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
        {
            SqliteException.ThrowExceptionForRC(result, connection.Handle);
        }

        return Math.Max(0, pages);
    }
}
