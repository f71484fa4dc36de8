using Npgsql;

namespace Tajriba.Bench.Collect;

/// <summary>The PostgreSQL server behind a connection: what all of its processes, also ended ones, have used; a database of its own for the bench.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string administration;
    private readonly string name;
    private readonly int postmaster;

    private PostgresCluster(string administration, string name, int postmaster)
    {
        this.administration = administration;
        this.name = name;
        this.postmaster = postmaster;
        Connection = new NpgsqlConnectionStringBuilder(administration) { Database = name }.ToString();
    }

    /// <summary>Connection to the bench's own database.</summary>
    public string Connection { get; }

    public double CpuSeconds => Sum(id => ProcessCost.CpuSeconds(id), ProcessCost.CpuSeconds(postmaster, withEndedChildren: true));

    public long BytesWritten => (long)Sum(id => ProcessCost.BytesWritten(id), ProcessCost.BytesWritten(postmaster));

    public static async Task<PostgresCluster> OpenAsync(string connection)
    {
        string own = "tajriba_bench_" + Guid.NewGuid().ToString("N")[..8];
        await RunAsync(connection, $"create database {own}");
        await using var held = new NpgsqlConnection(connection);
        await held.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_backend_pid()", held);
        int backend = (int)(await command.ExecuteScalarAsync())!;
        return new PostgresCluster(connection, own, ProcessCost.Parent(backend));
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync(administration, $"drop database if exists {name} with (force)");
    }

    public static async Task<object?> RunAsync(string connection, string sql)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync();
        await using var command = new NpgsqlCommand(sql, opened) { CommandTimeout = 600 };
        return await command.ExecuteScalarAsync();
    }

    private double Sum(Func<int, double> used, double start)
    {
        foreach (int child in ProcessCost.Children(postmaster))
        {
            try
            {
                start += used(child);
            }
            catch (IOException)
            {
                // It ended; the server's own figures have it from now on.
            }
        }

        return start;
    }
}
