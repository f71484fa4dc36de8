using Tajriba.Bench.Collect;

namespace Tajriba.Bench.Crash;

/// <summary>Kills a server under load again and again while its clients send again what was not acknowledged, then counts.</summary>
internal static class CrashRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="options">How.</param>
    /// <param name="folder">An empty place for the data.</param>
    /// <param name="told">Hears of each round.</param>
    public static async Task<Finding> RunAsync(CrashOptions options, string folder, Action<CrashRound> told)
    {
        var random = new Random(options.Seed);
        await using PostgresCluster? cluster = options.Postgres is null ? null : await PostgresCluster.OpenAsync(options.Postgres);
        using Disk? disk = options.PowerCut ? Disk.Under(folder, forgets: true) : null;
        await using Product product = await Product.StartAsync(folder, cluster?.Connection, disk?.Environment);
        await using var load = new RetryingLoad(product.Server.Port, product.Keys[0], options.Seed);
        if (disk is not null)
        {
            disk.IsLying = options.IsLying;
        }

        for (int round = 1; round <= options.Rounds; round++)
        {
            load.Resume();
            await ReachAsync(load, (long)options.Acknowledged * round / options.Rounds);
            await Task.Delay(random.Next(100));
            await product.Server.KillAsync();
            await load.PauseAsync();
            int undone = disk?.Cut(round % 2 == 0 ? random : null) ?? 0;
            if (options.IsLying)
            {
                disk!.IsLying = false;
            }

            await product.StartAsync();
            long acknowledged = load.Acknowledged.Count;
            told(new CrashRound(acknowledged, await product.KeptAsync() - acknowledged, undone, product.Server.ReadyAfter, Finding.Integrity(product, quick: true)));
            if (options.IsLying)
            {
                break;
            }
        }

        await load.FinishAsync();
        await product.Server.StopAsync();
        return load.Refused > 0
            ? throw new InvalidOperationException($"{load.Refused} requests got an answer that clients take for final.")
            : await Finding.OfAsync(product, load.Acknowledged);
    }

    private static async Task ReachAsync(RetryingLoad load, long acknowledged)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (load.Acknowledged.Count < acknowledged)
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
