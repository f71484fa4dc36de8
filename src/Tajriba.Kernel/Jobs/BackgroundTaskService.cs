using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tajriba.Kernel.Jobs;

/// <summary>Runs the tasks that wait, two at a time, and those that were cut off.</summary>
internal sealed partial class BackgroundTaskService(BackgroundTasks tasks, ILogger<BackgroundTaskService> logger) : BackgroundService
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly Dictionary<long, Task> running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StartAsync(await tasks.OpenAsync(stoppingToken), stoppingToken);
                await tasks.WaitAsync(Look, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(logger, e);
                await tasks.WaitAsync(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        await Task.WhenAll(running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task StartAsync(List<long> open, CancellationToken stopping)
    {
        foreach (var (id, task) in running.Where(r => r.Value.IsCompleted).ToList())
        {
            running.Remove(id);
            await task;
        }

        foreach (var id in open.Where(id => !running.ContainsKey(id)).Take(AtOnce - running.Count))
        {
            running.Add(id, tasks.TryRunAsync(id, stopping));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for tasks failed; it is tried again")]
    private static partial void Failed(ILogger logger, Exception exception);
}
