using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Tajriba.Kernel.Storage;

/// <summary>PostgreSQL's advisory locks, each on a connection of its own.</summary>
internal sealed class PostgresLocks(IDatabase database) : INodeLocks
{
    public async Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken cancellationToken = default)
    {
        var key = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("tajriba:" + name)));
        var connection = await database.OpenAsync(cancellationToken);
        try
        {
            if (await connection.Command("select pg_try_advisory_lock(@key)", ("key", key)).ScalarAsync<bool>(cancellationToken))
            {
                return new Held(connection, key);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    private sealed class Held(DbConnection connection, long key) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                try
                {
                    await connection.Command("select pg_advisory_unlock(@key)", ("key", key)).RunAsync();
                }
                catch (DbException)
                {
                    // The connection is broken, and the lock went with it.
                }
            }
        }
    }
}
