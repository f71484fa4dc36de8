using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Experience.Indicators.Storage;

namespace Tajriba.Experience.Indicators.Observe;

/// <summary>Reads the observations when the house opens, on every node, so that nobody waits for the first page.</summary>
internal sealed partial class ObservationWarmUp(IndicatorObservations observations, IndicatorDefinitions definitions, IHostApplicationLifetime life, ILogger<ObservationWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var opened = new TaskCompletionSource();
        await using var registered = life.ApplicationStarted.Register(opened.SetResult);
        await opened.Task.WaitAsync(stoppingToken);
        try
        {
            await observations.GetAsync(await definitions.ListAsync(stoppingToken), stoppingToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            NotWarm(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Indicators were not read ahead")]
    private partial void NotWarm(Exception error);
}
