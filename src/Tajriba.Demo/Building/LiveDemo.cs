using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;

namespace Tajriba.Demo.Building;

/// <summary>Builds the demo before the house opens its doors, then keeps it alive.</summary>
internal sealed partial class LiveDemo(
    DemoBuilder builder, IExperienceLog log, IDatabase database, ISettings settings, TimeProvider clock, ILogger<LiveDemo> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

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

        var feed = new LiveFeed(log, database, settings, plan, clock);
        using var timer = new PeriodicTimer(Beat, clock);

        // The first beat tells the story, which takes a second or two of one core; the doors do not wait for it.
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await feed.AppendDueAsync(stoppingToken);
            }
            catch (DbException failure)
            {
                SaysFailed(logger, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo is being built: {Written} of {All} events.")]
    private static partial void SaysProgress(ILogger logger, long written, long all);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database holds events already, so that no demo is added to it.")]
    private static partial void SaysOccupied(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo could not go on; it is tried again")]
    private static partial void SaysFailed(ILogger logger, Exception failure);

    private sealed class Announcer(ILogger logger) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => SaysProgress(logger, value.Written, value.All);
    }
}
