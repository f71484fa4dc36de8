using System.Globalization;
using Tajriba.Bench.Crash;

namespace Tajriba.Bench.Collect;

/// <summary>T6: how many single calls share a sync of the disk when as many as can be are sent.</summary>
internal static class SyncMeasure
{
    public static async Task RunAsync(CollectOptions options, string folder)
    {
        using Disk disk = Disk.Under(folder, forgets: false);
        await using Product product = await Product.StartAsync(folder, environment: disk.Environment);
        foreach (int connections in (int[])[512, 64])
        {
            var shares = new List<double>();
            for (int round = 0; round <= options.Rounds; round++)
            {
                var tally = new LoadTally();
                await using var load = new ClosedLoad(product.Target, connections, 1, tally);
                await Task.Delay(500);
                long syncs = disk.Syncs;
                Window window = await Window.OfAsync(tally, product.Server.Id, options.Stretch);
                double share = (double)window.Events / (disk.Syncs - syncs);
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round} {connections} connections: {share:0.0} events per sync, {window.PerSecond:0}/s"));
                if (round > 0)
                {
                    shares.Add(share);
                }
            }

            bool counts = connections == 512;
            ResultTable.Add(
                "T6", $"single events per disk sync, {connections} connections", "", "", Window.Median(shares), counts ? 50 : double.NaN, counts ? 200 : double.NaN);
        }
    }
}
