using System.Text;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;
using Tajriba.Touchpoints.Channels.Webhooks.Signing;
using Tajriba.Touchpoints.Channels.Webhooks.Telling;

namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>
/// Sends what is due: so many at the same time in all and so many to one webhook, so that a slow receiver holds up nobody
/// but itself.
/// </summary>
public sealed partial class WebhookSender(
    DeliveryQueue queue, IExperienceLog log, WebhookClient client, WebhookUrl urls, SecretSealer sealer, WebhookOptions options, DeliverySignal signal,
    TimeProvider clock, ILogger<WebhookSender> logger)
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, int> busy = [];
    private readonly HashSet<Task> running = [];

    /// <summary>Begins with what is due and for which there is room; gives how much that is.</summary>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        Dictionary<long, DueWebhook> due = (await queue.DueAsync(cancellationToken)).ToDictionary(w => w.Id);
        List<(long Webhook, int Count)> wanted = Room(due.Keys);
        if (wanted.Count == 0)
        {
            return 0;
        }

        List<Claim> claims = await queue.ClaimAsync(wanted, cancellationToken);
        foreach (Claim claim in claims)
        {
            Begin(claim, due[claim.WebhookId], cancellationToken);
        }

        return claims.Count;
    }

    /// <summary>Completes when nothing is being sent by this node.</summary>
    public async Task IdleAsync()
    {
        while (true)
        {
            Task[] now;
            lock (gate)
            {
                now = [.. running];
            }

            if (now.Length == 0)
            {
                return;
            }

            await Task.WhenAll(now);
        }
    }

    /// <summary>How many more may be sent to each, those first to whom nothing is being sent.</summary>
    private List<(long Webhook, int Count)> Room(IEnumerable<long> webhooks)
    {
        lock (gate)
        {
            int left = options.Concurrency - busy.Values.Sum();
            var wanted = new List<(long, int)>();
            foreach (long webhook in webhooks.OrderBy(w => busy.GetValueOrDefault(w)))
            {
                int count = Math.Min(left, options.ConcurrencyEach - busy.GetValueOrDefault(webhook));
                if (count > 0)
                {
                    wanted.Add((webhook, count));
                    left -= count;
                }
            }

            return wanted;
        }
    }

    private void Begin(Claim claim, DueWebhook webhook, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            busy[claim.WebhookId] = busy.GetValueOrDefault(claim.WebhookId) + 1;
            Task task = Task.Run(() => RunAsync(claim, webhook, cancellationToken), CancellationToken.None);
            running.Add(task);
            _ = task.ContinueWith(End, claim.WebhookId, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void End(Task task, object? webhook)
    {
        lock (gate)
        {
            running.Remove(task);
            long id = (long)webhook!;
            if (--busy[id] == 0)
            {
                busy.Remove(id);
            }
        }

        signal.Raise();
    }

    private async Task RunAsync(Claim claim, DueWebhook webhook, CancellationToken cancellationToken)
    {
        try
        {
            DateTimeOffset begun = clock.GetUtcNow();
            Answer answer = await AttemptAsync(claim, webhook, begun, cancellationToken);
            if (await queue.FinishAsync(claim, begun, answer, cancellationToken) is { } outcome)
            {
                WebhookMetrics.Count(outcome, answer.Elapsed);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The node stops; when the lease is over, it is sent by whoever is there.
        }
        catch (Exception e)
        {
            Failed(logger, claim.Id, claim.WebhookId, e);
        }
    }

    private async Task<Answer> AttemptAsync(Claim claim, DueWebhook webhook, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        if (await BodyAsync(claim, cancellationToken) is not { } body)
        {
            return Unsent(SendFault.EventGone);
        }

        if (sealer.Open(webhook.Secret) is not { } secret)
        {
            return Unsent(SendFault.SecretLost);
        }

        // What was allowed when it was written down may not be any more.
        if (urls.Fault(webhook.Url) != WebhookFault.None)
        {
            return Unsent(SendFault.AddressRefused);
        }

        WebhookSecret? old = webhook.OldSecret is null ? null : sealer.Open(webhook.OldSecret);
        string signatures = string.Join(' ', new[] { secret, old }.OfType<WebhookSecret>().Select(s => s.Sign(claim.MessageId, begun, body)));
        return await client.SendAsync(new Message(new Uri(webhook.Url), claim.MessageId, begun, signatures, body), cancellationToken);
    }

    private async Task<byte[]?> BodyAsync(Claim claim, CancellationToken cancellationToken)
    {
        if (claim.Position is not { } position)
        {
            return Encoding.UTF8.GetBytes(claim.Payload ?? "");
        }

        IReadOnlyList<LoggedEvent> found = await log.GetAsync([position], cancellationToken);
        return found.Count == 0 ? null : Payload.Of(found[0]);
    }

    private static Answer Unsent(SendFault fault) => new(null, fault, TimeSpan.Zero, "");

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} of webhook {Webhook} broke off; it is tried again when its lease is over")]
    private static partial void Failed(ILogger logger, long delivery, long webhook, Exception exception);
}
