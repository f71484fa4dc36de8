using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Tajriba.Bench.Collect;

/// <summary>T3: the product over PostgreSQL beside binary COPY of the same events by 1,000, CPU seconds of client and server.</summary>
internal static class PostgresMeasure
{
    private const int Rows = 100_000;
    private const int Group = 1_000;
    private const int Connections = 32;
    private const int Batch = 100;

    public static async Task RunAsync(CollectOptions options, string folder)
    {
        await using PostgresCluster cluster = await PostgresCluster.OpenAsync(options.Postgres!);
        await PostgresCluster.RunAsync(cluster.Connection, "create table bare (id bigint primary key, customer bigint, at bigint, name int, payload text)");
        await using Product product = await Product.StartAsync(folder, cluster.Connection);
        var ours = new List<Window>();
        var copied = new List<double>();
        for (int round = 0; round <= options.Rounds; round++)
        {
            double copy = await CopyAsync(cluster, round);
            Window window = await Window.OfAsync(product.Target, product.Server.Id, Connections, Batch, options.Stretch, cluster);
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{round} PostgreSQL: COPY {copy:0}/CPU-s, ours {window.PerCpuSecond:0}/CPU-s {window.PerSecond:0}/s, failed {window.Failed}"));
            if (round > 0)
            {
                ours.Add(window);
                copied.Add(copy);
            }
        }

        ResultTable.Add(
            "T3", "PostgreSQL: events per CPU second of server and database, batches of 100", ResultTable.Thousands(Window.Median(ours.Select(w => w.PerCpuSecond)), "/CPU-s"),
            $"{ResultTable.Thousands(Window.Median(copied), "/CPU-s")} by COPY", Window.Median(ours.Zip(copied, (a, b) => a.PerCpuSecond / b)), 0.45, 0.65);
    }

    /// <summary>Rows per CPU second of this process and the database's.</summary>
    private static async Task<double> CopyAsync(PostgresCluster cluster, int round)
    {
        string payload = Encoding.UTF8.GetString(new EventRequest("none", 1, new Random(round)).Next(0, DateTimeOffset.UnixEpoch).Span[^EventText.Length..]);
        var random = new Random(round);
        await using var connection = new NpgsqlConnection(cluster.Connection);
        await connection.OpenAsync();
        double before = Used(cluster);
        for (int at = 0; at < Rows; at += Group)
        {
            await using NpgsqlBinaryImporter import = await connection.BeginBinaryImportAsync("copy bare from stdin (format binary)");
            for (int i = 0; i < Group; i++)
            {
                await import.StartRowAsync();
                await import.WriteAsync(((long)round * Rows) + at + i, NpgsqlDbType.Bigint);
                await import.WriteAsync((long)random.Next(EventText.Customers), NpgsqlDbType.Bigint);
                await import.WriteAsync(1_700_000_000_000_000L + at + i, NpgsqlDbType.Bigint);
                await import.WriteAsync(i % 16, NpgsqlDbType.Integer);
                await import.WriteAsync(payload, NpgsqlDbType.Text);
            }

            await import.CompleteAsync();
        }

        return Rows / (Used(cluster) - before);
    }

    private static double Used(PostgresCluster cluster)
    {
        using Process own = Process.GetCurrentProcess();
        return own.TotalProcessorTime.TotalSeconds + cluster.CpuSeconds;
    }
}
