using System.Data.Common;
using System.Text;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Webhooks.Telling;

namespace Tajriba.Touchpoints.Channels.Webhooks.Deliveries;

/// <summary>What webhooks were told and are to be told.</summary>
public sealed class DeliveryStore(IDatabase database, DeliverySignal signal, IAuditTrail audit, TimeProvider clock)
{
    private const string Again = "state = 'waiting', attempts = 0, due = @now, finished_at = NULL, lease = NULL, leased_until = 0";

    /// <summary>A webhook's deliveries, newest first.</summary>
    /// <param name="webhookId">Whose.</param>
    /// <param name="state">Only those in this state; all where null.</param>
    /// <param name="before">Only those with a smaller number.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<Delivery>> ListAsync(long webhookId, DeliveryState? state, long before, int limit, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        // The state stands in the text, because a partial index serves only what the text says.
        string only = state is { } wanted ? $" AND state = '{DeliveryRow.Code(wanted)}'" : "";
        return await connection.Command(
            $"SELECT {DeliveryRow.Columns} FROM channels_webhook_deliveries WHERE webhook_id = @webhook AND id < @before{only} ORDER BY id DESC LIMIT @limit",
            ("webhook", webhookId), ("before", before), ("limit", limit)).ListAsync(DeliveryRow.Read, cancellationToken);
    }

    public async Task<Delivery?> FindAsync(long webhookId, long id, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<Delivery> found = await connection.Command(
            $"SELECT {DeliveryRow.Columns} FROM channels_webhook_deliveries WHERE webhook_id = @webhook AND id = @id", ("webhook", webhookId), ("id", id))
            .ListAsync(DeliveryRow.Read, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>How many deliveries of each webhook wait and were given up.</summary>
    public async Task<IReadOnlyDictionary<(long Webhook, DeliveryState State), long>> CountAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.Command(
            """
            SELECT webhook_id, 'waiting', COUNT(*) FROM channels_webhook_deliveries WHERE state = 'waiting' GROUP BY webhook_id
            UNION ALL
            SELECT webhook_id, 'dead', COUNT(*) FROM channels_webhook_deliveries WHERE state = 'dead' GROUP BY webhook_id
            """).ListAsync(r => ((r.GetInt64(0), Enum.Parse<DeliveryState>(r.GetString(1), ignoreCase: true)), r.GetInt64(2)), cancellationToken);
        return rows.ToDictionary(r => r.Item1, r => r.Item2);
    }

    /// <summary>Writes a message that tells no event, so that a person sees whether the receiver listens.</summary>
    public Task TestAsync(long webhookId, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            DateTimeOffset now = clock.GetUtcNow();
            await transaction.Command(
                """
                INSERT INTO channels_webhook_deliveries (webhook_id, message_id, event, payload, state, due, created_at)
                VALUES (@webhook, @message, 'Test', @payload, 'waiting', @now, @now)
                """,
                ("webhook", webhookId), ("message", MessageId.New()), ("payload", Encoding.UTF8.GetString(Payload.Test(now))), ("now", Microseconds.Of(now))).RunAsync(cancel);
            await audit.RecordAsync(transaction, "channels.webhook-test", $"webhook:{webhookId}", cancellationToken: cancel);
            transaction.OnCommitted(signal.Raise);
        },
        cancellationToken);

    /// <summary>Sends one again, under the same id; the one that is just being sent is left alone.</summary>
    public Task ReplayAsync(long webhookId, long id, CancellationToken cancellationToken = default) => AgainAsync(
        webhookId, "webhook_id = @webhook AND id = @id AND leased_until <= @now", cancellationToken, ("id", id));

    /// <summary>Sends again what was given up of all that was written since a time, and gives how many those are.</summary>
    public Task<int> ReplayDeadAsync(long webhookId, DateTimeOffset since, CancellationToken cancellationToken = default) => AgainAsync(
        webhookId, "webhook_id = @webhook AND state = 'dead' AND created_at >= @since", cancellationToken, ("since", Microseconds.Of(since)));

    /// <summary>How far the log was told.</summary>
    internal async Task<long> PositionAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT position FROM channels_webhook_position WHERE id = 1").ScalarAsync<long>(cancellationToken);
    }

    /// <summary>Moves on from where it stood; false where somebody else has moved it.</summary>
    internal static async Task<bool> MoveAsync(DbTransaction transaction, long stood, long reached, CancellationToken cancellationToken) =>
        await transaction.Command(
            "UPDATE channels_webhook_position SET position = @reached WHERE id = 1 AND position = @stood", ("reached", reached), ("stood", stood)).RunAsync(cancellationToken) == 1;

    internal static async Task AddAsync(
        DbTransaction transaction, IReadOnlyList<(long Webhook, LoggedEvent Item)> told, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach ((long webhook, LoggedEvent item) in told)
        {
            await transaction.Command(
                """
                INSERT INTO channels_webhook_deliveries (webhook_id, position, message_id, event, state, due, created_at)
                VALUES (@webhook, @position, @message, @event, 'waiting', @now, @now) ON CONFLICT (webhook_id, position) DO NOTHING
                """,
                ("webhook", webhook), ("position", item.Position), ("message", MessageId.Of(item)), ("event", item.Name), ("now", Microseconds.Of(now))).RunAsync(cancellationToken);
        }
    }

    private Task<int> AgainAsync(long webhookId, string which, CancellationToken cancellationToken, (string Name, object? Value) value) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            int count = await transaction.Command(
                $"UPDATE channels_webhook_deliveries SET {Again} WHERE {which}",
                ("webhook", webhookId), ("now", Microseconds.Of(clock.GetUtcNow())), value).RunAsync(cancel);
            await audit.RecordAsync(transaction, "channels.webhook-replay", $"webhook:{webhookId}", $$"""{"deliveries":{{count}}}""", cancel);
            transaction.OnCommitted(signal.Raise);
            return count;
        },
        cancellationToken);
}
