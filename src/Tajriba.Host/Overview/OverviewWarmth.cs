using Tajriba.Experience.Journeys.Instances;
using Tajriba.Experience.Journeys.Storage;

namespace Tajriba.Host.Overview;

/// <summary>Reads the journeys once the house is open, so that the first visitor of the home page does not wait for it.</summary>
internal sealed partial class OverviewWarmth(IHostApplicationLifetime life, IServiceScopeFactory scopes, InstanceLogs instances, ILogger<OverviewWarmth> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = life.ApplicationStarted.Register(open.SetResult);
            await open.Task.WaitAsync(stoppingToken);
            await using var scope = scopes.CreateAsyncScope();
            foreach (var journey in await scope.ServiceProvider.GetRequiredService<JourneyStore>().ListAsync(stoppingToken))
            {
                await instances.GetAsync(journey, stoppingToken);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whoever opens the page reads the journeys then, and is told what is wrong.
            SaysFailed(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The journeys could not be read ahead")]
    private static partial void SaysFailed(ILogger logger, Exception failure);
}
