using System.Data.Common;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Channels.Webhooks.Deliveries;

/// <summary>Takes away what is over: deliveries that arrived after 30 days, those given up after 90, webhooks 30 days after they were deleted, secrets that sign no more.</summary>
public sealed class DeliveryPurge(IDatabase database, TimeProvider clock) : IScheduledJob
{
    private const int Part = 1000;
    private static readonly TimeSpan DoneLife = TimeSpan.FromDays(30);
    private static readonly TimeSpan DeadLife = TimeSpan.FromDays(90);
    private static readonly TimeSpan DeletedLife = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SweepAsync("finished_at < @until AND state = 'done'", DoneLife, cancellationToken);
        await SweepAsync("finished_at < @until AND state = 'dead'", DeadLife, cancellationToken);
        await SweepAsync("webhook_id IN (SELECT id FROM channels_webhooks WHERE deleted_at < @until)", DeletedLife, cancellationToken);
        await database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "DELETE FROM channels_webhooks WHERE deleted_at < @until AND NOT EXISTS (SELECT 1 FROM channels_webhook_deliveries d WHERE d.webhook_id = channels_webhooks.id)",
                ("until", Until(DeletedLife))).RunAsync(cancel),
            cancellationToken);
        await database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                "UPDATE channels_webhooks SET old_secret = NULL, old_until = NULL WHERE old_until < @until", ("until", Until(TimeSpan.Zero))).RunAsync(cancel),
            cancellationToken);
    }

    /// <summary>In parts, so that nobody who writes waits for long.</summary>
    private async Task SweepAsync(string which, TimeSpan life, CancellationToken cancellationToken)
    {
        int gone;
        do
        {
            gone = await database.WriteAsync(
                (DbTransaction transaction, CancellationToken cancel) => transaction.Command(
                    $"DELETE FROM channels_webhook_deliveries WHERE id IN (SELECT id FROM channels_webhook_deliveries WHERE {which} LIMIT {Part})",
                    ("until", Until(life))).RunAsync(cancel),
                cancellationToken);
        }
        while (gone == Part);
    }

    private long Until(TimeSpan life) => Microseconds.Of(clock.GetUtcNow() - life);
}
