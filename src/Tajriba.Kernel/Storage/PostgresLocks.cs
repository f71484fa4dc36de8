using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Tajriba.Kernel.Storage;

/// <summary>
/// PostgreSQL's advisory locks, all of a process on one connection: whoever holds one needs another connection to work with, and one
/// each for everything that begins with the process would leave none for the work.
/// </summary>
internal sealed class PostgresLocks(IDatabase database) : INodeLocks, IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly HashSet<string> held = new(StringComparer.Ordinal);
    private DbConnection? session;

    public async Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken cancellationToken = default)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            // To its own session the database would give a lock twice.
            if (held.Contains(name))
            {
                return null;
            }

            if (!await TryAsync(name, cancellationToken))
            {
                return null;
            }

            held.Add(name);
            return new Held(this, session!, name);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        session?.Dispose();
        session = null;
    }

    private static long KeyOf(string name) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("tajriba:" + name)));

    /// <summary>Not to be cancelled: nobody would know whether the lock was taken. A connection that broke while it rested is replaced.</summary>
    private async Task<bool> TryAsync(string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            bool isFresh = session is not { State: ConnectionState.Open };
            if (isFresh)
            {
                await EndAsync();
                session = await database.OpenAsync(cancellationToken);
            }

            try
            {
                return await session!.Command("select pg_try_advisory_lock(@key)", ("key", KeyOf(name))).ScalarAsync<bool>(CancellationToken.None);
            }
            catch (DbException) when (!isFresh && session!.State != ConnectionState.Open)
            {
            }
        }
    }

    private async Task ReleaseAsync(DbConnection on, string name)
    {
        await gate.WaitAsync();
        try
        {
            held.Remove(name);
            if (on == session)
            {
                await on.Command("select pg_advisory_unlock(@key)", ("key", KeyOf(name))).RunAsync();
            }
        }
        catch (DbException)
        {
            // The connection is broken, and its locks went with it.
            await EndAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task EndAsync()
    {
        if (session is { } broken)
        {
            session = null;
            await broken.DisposeAsync();
        }
    }

    private sealed class Held(PostgresLocks locks, DbConnection on, string name) : IAsyncDisposable
    {
        private int released;

        public ValueTask DisposeAsync() => Interlocked.Exchange(ref released, 1) == 0 ? new(locks.ReleaseAsync(on, name)) : ValueTask.CompletedTask;
    }
}
