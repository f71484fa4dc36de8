using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tajriba.Kernel.Log;

/// <summary>Merges when much waits or some has waited long.</summary>
internal sealed partial class TimelineMergeService(TimelineMerger merger, TimeProvider time, ILogger<TimelineMergeService> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        var merged = time.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await Task.Run(() => merger.MergeIfManyAsync(stoppingToken), stoppingToken);
                    if (time.GetElapsedTime(merged) >= Longest)
                    {
                        await Task.Run(() => merger.MergeAsync(stoppingToken), stoppingToken);
                        merged = time.GetTimestamp();
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    Failed(logger, e);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Merging timelines failed; it is tried again")]
    private static partial void Failed(ILogger logger, Exception exception);
}
