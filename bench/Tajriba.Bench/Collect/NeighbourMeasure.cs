using System.Globalization;

namespace Tajriba.Bench.Collect;

/// <summary>
/// Cases 14 and 42: how long a calm source waits while another sends ten times what it may, and while one that may send anything
/// sends as much as the machine can.
/// </summary>
internal static class NeighbourMeasure
{
    private const double CalmRate = 200;
    private const int CalmConnections = 32;
    private const int NoisyConnections = 256;
    private const int Quota = 1_000;
    private const int Times = 10;
    private const int Batch = 100;

    public static async Task RunAsync(CollectOptions options, string folder)
    {
        await MeasureAsync(
            options, Path.Combine(folder, "quota"), Quota, $"one that sends {Times} times its {Quota} events/s", 1.5,
            (noisy, noise) => new Flow(noisy, options.Stretch, noise));
        await MeasureAsync(
            options, Path.Combine(folder, "flood"), null, $"one with {NoisyConnections} connections of batches and no quota", double.NaN,
            (noisy, noise) => new ClosedLoad(noisy, NoisyConnections, Batch, noise));
    }

    private static async Task MeasureAsync(
        CollectOptions options, string folder, int? quota, string what, double must, Func<LoadTarget, LoadTally, IAsyncDisposable> noiseOf)
    {
        await using Product product = await Product.StartAsync(folder, otherPerSecond: quota);
        var alone = new List<double>();
        var beside = new List<double>();
        for (int round = 0; round <= options.Rounds; round++)
        {
            double quiet = await CalmAsync(product, options.Stretch);
            var noise = new LoadTally();
            double loud;
            await using (noiseOf(product.Other, noise))
            {
                await Task.Delay(500);
                loud = await CalmAsync(product, options.Stretch);
            }

            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{round} calm p99 {quiet:0.0} ms, beside noise {loud:0.0} ms (noise: {noise.Accepted} events, {noise.Refused} refused, {noise.Failed} failed)"));
            if (round > 0)
            {
                alone.Add(quiet);
                beside.Add(loud);
            }
        }

        ResultTable.Add(
            "42", $"p99 of a source of {CalmRate}/s beside {what}", string.Create(CultureInfo.InvariantCulture, $"{Window.Median(beside):0.0} ms"),
            string.Create(CultureInfo.InvariantCulture, $"{Window.Median(alone):0.0} ms alone"), Window.Median(beside.Zip(alone, (a, b) => a / b)), must, double.NaN, "x", isCost: true);
    }

    private static async Task<double> CalmAsync(Product product, TimeSpan length)
    {
        var tally = new LoadTally(withLatencies: true);
        await OpenLoad.RunAsync(product.Target, CalmConnections, 1, CalmRate, length, tally);
        return tally.Percentile(0.99);
    }

    /// <summary>Single calls at a steady rate for a little longer than the calm source is watched.</summary>
    private sealed class Flow(LoadTarget target, TimeSpan length, LoadTally tally) : IAsyncDisposable
    {
        private readonly Task<double> sent = OpenLoad.RunAsync(target, NoisyConnections, 1, Quota * Times, length + TimeSpan.FromSeconds(1), tally);

        public async ValueTask DisposeAsync() => await sent;
    }
}
