using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Log;

namespace Tajriba.Demo.Building;

/// <summary>Builds the demo before the house opens its doors, then keeps it alive: a few events every second.</summary>
internal sealed partial class LiveDemo(DemoBuilder builder, IExperienceLog log, TimeProvider clock, ILogger<LiveDemo> logger) : BackgroundService
{
    private const int MostAtOnce = 5;
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

        // Telling the story takes a second or two of one core; the doors do not wait for it.
        await Task.Yield();
        var feed = new LiveFeed(log, plan, clock);
        var pulse = new Random((int)plan.Seed);
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await feed.AppendAsync(pulse.Next(1, MostAtOnce + 1), stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo is being built: {Written} of {All} events.")]
    private static partial void SaysProgress(ILogger logger, long written, long all);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database holds events already, so that no demo is added to it.")]
    private static partial void SaysOccupied(ILogger logger);

    private sealed class Announcer(ILogger logger) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => SaysProgress(logger, value.Written, value.All);
    }
}
