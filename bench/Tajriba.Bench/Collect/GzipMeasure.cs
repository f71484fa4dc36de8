using System.Collections.Concurrent;
using System.Globalization;

namespace Tajriba.Bench.Collect;

/// <summary>T9: what packed batches cost beside the same unpacked.</summary>
internal static class GzipMeasure
{
    private const int Requests = 1_500;
    private const int Batch = 100;
    private const int Connections = 32;

    public static async Task RunAsync(CollectOptions options, string folder)
    {
        await using Product product = await Product.StartAsync(folder);
        var plain = new List<double>();
        var packed = new List<double>();
        var request = new EventRequest(product.Keys[0], Batch, new Random(9));
        for (int round = 0; round <= options.Rounds; round++)
        {
            double one = await CostAsync(product, () => request.Next(LoadTarget.Take(Batch), DateTimeOffset.UtcNow).ToArray());
            double other = await CostAsync(product, () => request.NextPacked(LoadTarget.Take(Batch), DateTimeOffset.UtcNow));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round} plain {one:0.00} us, packed {other:0.00} us of CPU an event"));
            if (round > 0)
            {
                plain.Add(one);
                packed.Add(other);
            }
        }

        string Micro(List<double> figures) => string.Create(CultureInfo.InvariantCulture, $"{Window.Median(figures):0.00} µs");
        ResultTable.Add("T9", "CPU per event, gzip beside plain, batches of 100", Micro(packed), Micro(plain), Window.Median(packed.Zip(plain, (a, b) => a / b)), 1.35, 1.2, isCost: true);
    }

    /// <summary>Microseconds of CPU per event for requests that were made beforehand.</summary>
    private static async Task<double> CostAsync(Product product, Func<byte[]> make)
    {
        var ready = new ConcurrentQueue<byte[]>(Enumerable.Range(0, Requests).Select(_ => make()));
        double before = Window.Cpu(product.Server.Id, null);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var connection = new LoadConnection(product.Server.Port);
            while (ready.TryDequeue(out byte[]? request))
            {
                if (await connection.ExchangeAsync(request) is var status && status != 200)
                {
                    throw new InvalidOperationException($"Answered {status}.");
                }
            }
        })));
        return (Window.Cpu(product.Server.Id, null) - before) * 1e6 / (Requests * Batch);
    }
}
