using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tajriba.Kernel.Outbox;

/// <summary>Delivers messages as they are written, and again those that failed when they are due.</summary>
internal sealed partial class OutboxService(StoredOutbox outbox, ILogger<OutboxService> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await outbox.DeliverAsync(stoppingToken) > 0)
                {
                }

                await outbox.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Failed(logger, e);
                await outbox.WaitAsync(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading the outbox failed; it is tried again")]
    private static partial void Failed(ILogger logger, Exception exception);
}
