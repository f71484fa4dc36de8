using System.Globalization;

namespace Tajriba.Bench.Collect;

/// <summary>Cases 14 and 42: how long a calm source waits while another sends as much as it can over many connections.</summary>
internal static class NeighbourMeasure
{
    private const double CalmRate = 200;
    private const int CalmConnections = 32;
    private const int NoisyConnections = 256;
    private const int Batch = 100;

    public static async Task RunAsync(CollectOptions options, string folder)
    {
        await using Product product = await Product.StartAsync(folder);
        var alone = new List<double>();
        var beside = new List<double>();
        for (int round = 0; round <= options.Rounds; round++)
        {
            double quiet = await CalmAsync(product, options.Stretch);
            var noise = new LoadTally();
            double loud;
            await using (new ClosedLoad(product.Other, NoisyConnections, Batch, noise))
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
            "42", $"p99 of a source of {CalmRate}/s beside one with {NoisyConnections} connections of batches", string.Create(CultureInfo.InvariantCulture, $"{Window.Median(beside):0.0} ms"),
            string.Create(CultureInfo.InvariantCulture, $"{Window.Median(alone):0.0} ms alone"), Window.Median(beside.Zip(alone, (a, b) => a / b)), 1.5, double.NaN, "x", isCost: true);
    }

    private static async Task<double> CalmAsync(Product product, TimeSpan length)
    {
        var tally = new LoadTally(withLatencies: true);
        await OpenLoad.RunAsync(product.Target, CalmConnections, 1, CalmRate, length, tally);
        return tally.Percentile(0.99);
    }
}
