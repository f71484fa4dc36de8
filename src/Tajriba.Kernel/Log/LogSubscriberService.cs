using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tajriba.Kernel.Log;

/// <summary>Keeps every subscriber at the head of the log; one that fails is tried again after a growing pause.</summary>
internal sealed partial class LogSubscriberService(LogSubscribers subscribers, LogChanges changes, TimeProvider time, ILogger<LogSubscriberService> logger) : BackgroundService
{
    /// <summary>
    /// Shortest rest between two passes, longer where passes take long: under load a subscriber takes many commits at once
    /// instead of committing after each.
    /// </summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    private const int RestPerWork = 20;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(subscribers.Runners.Select(r => Task.Run(() => DriveAsync(r, stoppingToken), stoppingToken)));

    private async Task DriveAsync(LogSubscriberRunner runner, CancellationToken stopping)
    {
        var pause = Shortest;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var begun = time.GetTimestamp();
                var mine = await runner.TryCatchUpAsync(stopping);
                runner.LastError = null;
                pause = Shortest;
                if (mine)
                {
                    var rest = RestPerWork * time.GetElapsedTime(begun);
                    await Task.Delay(rest < Rest ? Rest : rest > runner.LongestRest ? runner.LongestRest : rest, time, stopping);
                    await changes.WaitAsync(runner.Position, stopping);
                }
                else
                {
                    await Task.Delay(pause, time, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                runner.LastError = e.Message;
                Failed(logger, runner.Name, runner.Position, pause, e);
                await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < Longest ? pause * 2 : Longest;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Subscriber {Name} failed after position {Position}; next try in {Pause}")]
    private static partial void Failed(ILogger logger, string name, long position, TimeSpan pause, Exception exception);
}
