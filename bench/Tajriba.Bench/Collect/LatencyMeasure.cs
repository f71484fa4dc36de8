using System.Diagnostics;
using System.Globalization;

namespace Tajriba.Bench.Collect;

/// <summary>T7: how long an acknowledgement takes at half of what the server can do.</summary>
internal static class LatencyMeasure
{
    private const int Syncs = 200;
    private const double Longest = 50;

    public static async Task RunAsync(CollectOptions options, string folder)
    {
        await using Product product = await Product.StartAsync(folder);
        double sync = SyncMilliseconds(folder);
        foreach ((string what, int connections, int events) in ((string, int, int)[])[("single calls", 512, 1), ("batches of 100", 64, 100)])
        {
            var middle = new List<double>();
            var slow = new List<double>();
            double rate = 0;
            for (int round = 0; round <= options.Rounds; round++)
            {
                Window full = await Window.OfAsync(product.Target, product.Server.Id, connections, events, options.Stretch);
                rate = full.PerSecond / 2;
                var tally = new LoadTally(withLatencies: true);
                await OpenLoad.RunAsync(product.Target, connections, events, rate / events, options.Stretch, tally);
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{round} {what}: full {full.PerSecond:0}/s, at half p50 {tally.Percentile(0.5):0.0} p99 {tally.Percentile(0.99):0.0} ms, refused {tally.Refused} failed {tally.Failed}"));
                if (round > 0)
                {
                    middle.Add(tally.Percentile(0.5));
                    slow.Add(tally.Percentile(0.99));
                }
            }

            ResultTable.Add(
                "T7", $"p99 of the acknowledgement at half of saturation, {what}", $"{ResultTable.Thousands(rate, "events/s")}",
                string.Create(CultureInfo.InvariantCulture, $"p50 {Window.Median(middle):0.0} ms, a sync {sync:0.0} ms"), Window.Median(slow), Longest + (2 * sync), 20, " ms", isCost: true);
        }
    }

    /// <summary>What a slow sync (p99) of this disk takes.</summary>
    private static double SyncMilliseconds(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "sync"), FileMode.Create);
        double[] times = new double[Syncs];
        for (int i = 0; i < Syncs; i++)
        {
            file.Write(new byte[4096]);
            long begun = Stopwatch.GetTimestamp();
            file.Flush(flushToDisk: true);
            times[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[(int)(Syncs * 0.99)];
    }
}
