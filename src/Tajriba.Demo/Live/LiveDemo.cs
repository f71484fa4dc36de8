using System.Data.Common;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Demo.Building;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;

namespace Tajriba.Demo.Live;

/// <summary>
/// Builds the demo before the house opens its doors, then keeps it alive: its systems send what happens over the product's
/// own addresses, as any system does. Of several nodes one does it.
/// </summary>
internal sealed partial class LiveDemo(
    DemoBuilder builder, DemoKeys keys, IServer server, IHostApplicationLifetime life, INodeLocks locks, IDatabase database, ISettings settings, TimeProvider clock,
    ILogger<LiveDemo> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private DemoPlan? plan;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        plan = await builder.BuildAsync(new Announcer(logger), cancellationToken);
        if (plan is null)
        {
            SaysOccupied(logger);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (plan is null)
        {
            return;
        }

        await OpenedAsync(stoppingToken);
        if (Address() is not { } address)
        {
            SaysNoAddress(logger);
            return;
        }

        while (true)
        {
            await using (var held = await locks.TryTakeAsync("demo.live", stoppingToken))
            {
                if (held is not null)
                {
                    await LiveAsync(plan, address, stoppingToken);
                }
            }

            await Task.Delay(Longest, clock, stoppingToken);
        }
    }

    private async Task LiveAsync(DemoPlan story, Uri address, CancellationToken stopping)
    {
        var open = await keys.OpenAsync(stopping);
        using var http = new HttpClient { BaseAddress = address };
        await using var visitors = new VisitPost(address, open);
        var feed = new LiveFeed(new StoryPost(http, open), database, settings, story, clock);
        var visits = new LiveVisits(story.Seed);
        var pause = Beat;
        while (true)
        {
            try
            {
                await visitors.SendAsync(visits.Due(clock.GetUtcNow()), stopping);
                await feed.SendDueAsync(stopping);
                pause = Beat;
            }
            catch (Exception failure) when (failure is DbException or HttpRequestException || (failure is TaskCanceledException && !stopping.IsCancellationRequested))
            {
                pause = pause * 2 < Longest ? pause * 2 : Longest;
                SaysFailed(logger, pause, failure);
            }

            await Task.Delay(pause, clock, stopping);
        }
    }

    private async Task OpenedAsync(CancellationToken stopping)
    {
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = life.ApplicationStarted.Register(opened.SetResult);
        await opened.Task.WaitAsync(stopping);
    }

    /// <summary>An address on which this process listens, as it is reached from within.</summary>
    private Uri? Address()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return addresses.OrderBy(a => a.StartsWith("https", StringComparison.Ordinal)).FirstOrDefault() is { } listening
            ? new Uri(listening.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal)
                .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal))
            : null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo is being built: {Written} of {All} events.")]
    private static partial void SaysProgress(ILogger logger, long written, long all);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database holds events already, so that no demo is added to it.")]
    private static partial void SaysOccupied(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The product listens nowhere, so that nothing more happens in the demo.")]
    private static partial void SaysNoAddress(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo could not go on; it is tried again in {Pause}")]
    private static partial void SaysFailed(ILogger logger, TimeSpan pause, Exception failure);

    private sealed class Announcer(ILogger logger) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => SaysProgress(logger, value.Written, value.All);
    }
}
