using System.Net;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Kernel.Tests;
using Tajriba.Touchpoints.Capture;

namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>The product is told to go while clients send.</summary>
[Collection(nameof(RunningProduct))]
public sealed class OutageTests
{
    private const int Clients = 6;
    private const int Enough = 300;

    [SkippableTheory]
    [MemberData(nameof(CaptureSite.Providers), MemberType = typeof(CaptureSite))]
    public async Task Case09_Told_to_stop_under_load_it_ends_what_it_has_begun_and_loses_nothing(DatabaseProvider provider)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(provider, [new AccessRoom(), new CaptureRoom()]);
        await using RunningProduct product = await RunningProduct.StartAsync(database.Address);
        (_, string key) = await product.SourceAsync();
        using var load = new Load(product.Address, key, Clients);
        await RunningProduct.UntilAsync(() => Task.FromResult(load.Acknowledged.Count > Enough));
        (TimeSpan took, int exitCode) = await product.StopAsync();
        await load.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(30), $"It took {took}.");
        Assert.All(load.Refusals, r => Assert.Equal(HttpStatusCode.ServiceUnavailable, r.Status));
        AllThereOnce(await product.EventsAsync(), load.Acknowledged);
    }

    private static void AllThereOnce(IReadOnlyList<LoggedEvent> events, IReadOnlyCollection<string> acknowledged)
    {
        HashSet<string> kept = [.. events.Select(e => e.Id)];
        Assert.Equal(events.Count, kept.Count);
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Position));
    }
}
