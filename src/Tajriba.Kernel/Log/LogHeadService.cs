using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tajriba.Kernel.Log;

/// <summary>Notices what other processes append to the same database.</summary>
internal sealed partial class LogHeadService(ExperienceLog log, TimeProvider time, ILogger<LogHeadService> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    log.RefreshHead();
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading the head of the log failed; it is tried again")]
    private static partial void Failed(ILogger logger, Exception exception);
}
