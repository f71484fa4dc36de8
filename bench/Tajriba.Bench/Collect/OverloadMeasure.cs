using System.Globalization;

namespace Tajriba.Bench.Collect;

/// <summary>T8: what a server still does, and how much memory it takes, when three times as much comes as it can do.</summary>
internal static class OverloadMeasure
{
    private const int Batch = 100;
    private const int Connections = 64;
    private const int Crowd = 2_000;
    private const double Times = 3;

    public static async Task RunAsync(CollectOptions options, string folder)
    {
        await using Product product = await Product.StartAsync(folder);
        var ratios = new List<double>();
        var goods = new List<double>();
        var fulls = new List<double>();
        double offered = 0;
        long refused = 0;
        long failed = 0;
        for (int round = 0; round <= options.Rounds; round++)
        {
            Window full = await Window.OfAsync(product.Target, product.Server.Id, Connections, Batch, options.Stretch);
            var tally = new LoadTally();
            Task<double> load = OpenLoad.RunAsync(product.Target, Crowd, Batch, Times * full.PerSecond / Batch, options.Stretch + TimeSpan.FromSeconds(1), tally);
            await Task.Delay(500);
            Window good = await Window.OfAsync(tally, product.Server.Id, options.Stretch);
            double sent = await load * Batch;
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{round} full {full.PerSecond:0}/s, offered {sent:0}/s, taken {good.PerSecond:0}/s, refused {tally.Refused} failed {tally.Failed}, {ProcessCost.Megabytes(product.Server.Id):0} MB"));
            if (round > 0)
            {
                ratios.Add(good.PerSecond / full.PerSecond);
                (offered, refused, failed) = (sent, refused + tally.Refused, failed + tally.Failed);
                goods.Add(good.PerSecond);
                fulls.Add(full.PerSecond);
            }
        }

        ResultTable.Add(
            "T8", string.Create(CultureInfo.InvariantCulture, $"taken of three times the load ({ResultTable.Thousands(offered, "/s")} offered; {refused} answers 429, {failed} failed)"),
            ResultTable.Thousands(Window.Median(goods), "/s"), $"{ResultTable.Thousands(Window.Median(fulls), "/s")} at saturation", Window.Median(ratios), 0.85, 0.95);
        ResultTable.Add("T8", "memory at most, all of it", "", "", ProcessCost.Megabytes(product.Server.Id, "VmHWM"), 400, 250, " MB", isCost: true);
    }
}
