using System.Globalization;
using Tajriba.Host.Tests.Capture.Cases;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Sockets;

/// <summary>Thousands connect and say nothing.</summary>
[Collection(nameof(RunningProduct))]
public sealed class IdleCrowdTests
{
    private const int Crowd = 10_000;
    private const int AtOnce = 250;

    /// <summary>Handles for everything else that a process has open.</summary>
    private const int Others = 1_000;

    [SkippableFact]
    public async Task Case38_Ten_thousand_idle_connections_are_closed_and_clients_that_send_are_served_all_the_while()
    {
        Skip.If(MostHandles() < Crowd + Others, "The system does not let a process open ten thousand connections.");
        await using RunningProduct product = await RunningProduct.StartAsync(DatabaseProvider.Sqlite, ("Limits:IdleSeconds", "30"));
        (_, string key) = await product.SourceAsync();
        using var load = new Load(product.Address, key, 4);
        var idle = new List<RawConnection>(Crowd);
        while (idle.Count < Crowd)
        {
            idle.AddRange(await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => RawConnection.OpenAsync(product.Address.Port))));
        }

        await RunningProduct.UntilAsync(() => Task.FromResult(product.Handles > Crowd));
        await ServedAsync(load);
        Assert.All(await Task.WhenAll(idle.Select(wire => wire.BytesToEndAsync())), Assert.Empty);
        await RunningProduct.UntilAsync(() => Task.FromResult(product.Handles < Others));
        await ServedAsync(load);
        await load.StopAsync();
        Assert.Empty(load.Refusals);
        Assert.Equal(0, load.Unanswered);
        foreach (RawConnection wire in idle)
        {
            await wire.DisposeAsync();
        }
    }

    private static async Task ServedAsync(Load load)
    {
        int before = load.Acknowledged.Count;
        await RunningProduct.UntilAsync(() => Task.FromResult(load.Acknowledged.Count > before + Others));
    }

    private static int MostHandles()
    {
        string line = File.ReadLines("/proc/self/limits").First(l => l.StartsWith("Max open files", StringComparison.Ordinal));
        string hard = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4];
        return int.TryParse(hard, CultureInfo.InvariantCulture, out int most) ? most : int.MaxValue;
    }
}
