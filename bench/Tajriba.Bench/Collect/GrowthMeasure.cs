using System.Globalization;

namespace Tajriba.Bench.Collect;

/// <summary>T4 and T5: what a large store costs: bytes written for each event, its timelines merged, and the rate beside an empty one.</summary>
internal static class GrowthMeasure
{
    private const int Connections = 32;
    private const int Batch = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static async Task RunAsync(CollectOptions options, string folder)
    {
        await using Product large = await Product.StartAsync(Path.Combine(folder, "large"));
        double first = await WriteAsync(large, options.Events);
        long kept = await large.KeptAsync();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"filled: {kept} events, {first:0} bytes each"));
        if (options.Targets.Contains("T4"))
        {
            double bytes = await WriteAsync(large, Math.Max(500_000, options.Events / 10));
            ResultTable.Add(
                "T4", string.Create(CultureInfo.InvariantCulture, $"bytes written to disk per event of {EventText.Length}, timelines merged, at {options.Events / 1e6:0.#}M"),
                ResultTable.Thousands(bytes, "B"), $"{ResultTable.Thousands(first, "B")} from 0 on", bytes / 1000, 3, 2, " KB", isCost: true);
        }

        if (options.Targets.Contains("T5"))
        {
            await CompareAsync(options, large, Path.Combine(folder, "empty"));
        }
    }

    /// <summary>Bytes written per event until the timelines have them.</summary>
    private static async Task<double> WriteAsync(Product product, int events)
    {
        long before = ProcessCost.BytesWritten(product.Server.Id);
        var tally = new LoadTally();
        await using (new ClosedLoad(product.Target, Connections, Batch, tally))
        {
            while (tally.Accepted < events)
            {
                await Task.Delay(10);
            }
        }

        using var patience = new CancellationTokenSource(Patience);
        while (await product.UnmergedAsync() > 0)
        {
            await Task.Delay(1000, patience.Token);
        }

        return (double)(ProcessCost.BytesWritten(product.Server.Id) - before) / tally.Accepted;
    }

    private static async Task CompareAsync(CollectOptions options, Product large, string folder)
    {
        await using Product empty = await Product.StartAsync(folder);
        var many = new List<Window>();
        var few = new List<Window>();
        for (int round = 0; round <= options.Rounds; round++)
        {
            Window one = await Window.OfAsync(empty.Target, empty.Server.Id, Connections, Batch, options.Stretch);
            Window other = await Window.OfAsync(large.Target, large.Server.Id, Connections, Batch, options.Stretch);
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{round} empty {one.PerCpuSecond:0}/CPU-s {one.PerSecond:0}/s, large {other.PerCpuSecond:0}/CPU-s {other.PerSecond:0}/s"));
            if (round > 0)
            {
                few.Add(one);
                many.Add(other);
            }
        }

        string size = string.Create(CultureInfo.InvariantCulture, $"{options.Events / 1e6:0.#}M");
        ResultTable.Add(
            "T5", $"events per CPU second at {size} beside an empty store", ResultTable.Thousands(Window.Median(many.Select(w => w.PerCpuSecond)), "/CPU-s"),
            ResultTable.Thousands(Window.Median(few.Select(w => w.PerCpuSecond)), "/CPU-s"), Window.Median(many.Zip(few, (a, b) => a.PerCpuSecond / b.PerCpuSecond)), 0.75, 0.90);
        ResultTable.Add(
            "T5", $"the same on the clock", ResultTable.Thousands(Window.Median(many.Select(w => w.PerSecond)), "/s"),
            ResultTable.Thousands(Window.Median(few.Select(w => w.PerSecond)), "/s"), Window.Median(many.Zip(few, (a, b) => a.PerSecond / b.PerSecond)), 0.75, 0.90);
    }
}
