using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;

namespace Tajriba.Touchpoints.Channels.Webhooks.Telling;

/// <summary>
/// Hears the log and writes down which webhook is to be told of which event. Sending cannot be taken back, so that this is
/// no read model: how far it came is kept with the deliveries, moves in their transaction and only forward, and a rebuild
/// tells nothing again.
/// </summary>
public sealed class WebhookTeller(IDatabase database, WebhookStore webhooks, DeliveryStore deliveries, DeliverySignal signal, TimeProvider clock) : ILogSubscriber
{
    private const int Part = 1000;

    public string Name => "channels.webhooks";

    public async Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken)
    {
        long stood = await deliveries.PositionAsync(cancellationToken);

        // The head first, the webhooks after it: one that is made meanwhile begins behind this head and hears its events next time.
        long head = log.Head;
        IReadOnlyList<Webhook> listening = await webhooks.ListeningAsync(cancellationToken);
        if (listening.Count == 0)
        {
            return Math.Max(afterPosition, head);
        }

        long after = Math.Max(stood, Math.Min(head, listening.Min(w => w.FromPosition)));
        if (after >= head)
        {
            return Math.Max(afterPosition, after);
        }

        List<LoggedEvent> part = [.. (await log.ReadAsync(after, Part, cancellationToken)).Where(e => e.Position <= head)];
        long reached = part.Count == 0 ? head : part[^1].Position;
        List<(long Webhook, LoggedEvent Item)> told = [.. from item in part from webhook in listening where webhook.Wants(item) select (webhook.Id, item)];
        bool isMoved = await database.WriteAsync(
            async (transaction, cancel) =>
            {
                if (!await DeliveryStore.MoveAsync(transaction, stood, reached, cancel))
                {
                    return false;
                }

                await DeliveryStore.AddAsync(transaction, told, clock.GetUtcNow(), cancel);
                transaction.OnCommitted(signal.Raise);
                return true;
            },
            cancellationToken);

        // Where somebody else has moved it, nothing was told here: the next time it goes on from there.
        return isMoved ? reached : afterPosition;
    }

    public Task ResetAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
