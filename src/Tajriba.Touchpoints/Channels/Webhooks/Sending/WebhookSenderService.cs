using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;

namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>Sends as long as the node runs.</summary>
internal sealed partial class WebhookSenderService(WebhookSender sender, DeliverySignal signal, ILogger<WebhookSenderService> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await sender.StartAsync(stoppingToken) > 0)
                {
                }

                await signal.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                Failed(logger, e);
                await signal.WaitAsync(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await sender.IdleAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading what webhooks are due failed; it is tried again")]
    private static partial void Failed(ILogger logger, Exception exception);
}
