using System.Data.Common;
using System.Globalization;
using Tajriba.Kernel.Outbox;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages.Attention;
using Tajriba.Touchpoints.Channels.Messages.Consent;
using Tajriba.Touchpoints.Channels.Messages.Gateways;

namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>
/// Hands queued messages to their gateways, at least once: what was handed over when the process died before it was
/// written down goes out again under the same key.
/// </summary>
internal sealed class MessageDelivery(
    IDatabase database, IOutbox outbox, GatewayStore gateways, MessageStore store, AttentionLock people, AttentionSettings attention, ConsentStore consent, MessageFacts facts,
    IEnumerable<IMessageSender> senders, TimeProvider clock) : IOutboxHandler
{
    public const string OutboxKind = "channels.message";

    /// <summary>Tries before a message is given up: about three hours with the outbox's pauses.</summary>
    public const int MostTries = 12;

    private const int LongestError = 500;

    /// <summary>So late a message is judged anew, since others may have been planned where it falls now.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    public string Kind => OutboxKind;

    public async Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        long id = long.Parse(message.Payload, NumberStyles.None, CultureInfo.InvariantCulture);
        if (await store.FindAsync(id, cancellationToken) is not { State: MessageState.Queued } queued
            || !await database.WriteAsync((transaction, cancel) => MayGoAsync(transaction, queued, cancel), cancellationToken))
        {
            return;
        }

        SendAnswer answer = await gateways.FindAsync(queued.GatewayId!.Value, cancellationToken) is { IsOn: true } gateway
            ? await SendAsync(gateway, new OutgoingMessage(id, Key(id), queued.Address!, queued.Language!, queued.Content!, queued.Made), cancellationToken)
            : SendAnswer.Again("The gateway is off.");
        if (!await database.WriteAsync((transaction, cancel) => KeepAsync(transaction, queued, answer, cancel), cancellationToken))
        {
            throw new MessageWaitsException(answer.Error!);
        }
    }

    /// <summary>What nobody thought of counts as a try too, so that it ends; it is told by its type alone, for its words may hold the address.</summary>
    private async Task<SendAnswer> SendAsync(Gateway gateway, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            SendAnswer answer = await senders.Single(s => s.Kind == gateway.Kind).SendAsync(gateway, message, cancellationToken);
            return answer with { Error = answer.Error?.Replace(message.Address, "…", StringComparison.OrdinalIgnoreCase) };
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return SendAnswer.Again($"The gateway's settings or the message's text do not work: {e.GetType().Name}.");
        }
    }

    internal static string Key(long id) => string.Create(CultureInfo.InvariantCulture, $"tajriba-{id}");

    /// <summary>Judges what may have changed since it was queued: the hour, the person's word, its use, and attention where it is late.</summary>
    private async Task<bool> MayGoAsync(DbTransaction transaction, MessageRecord message, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<long> members = message.Customer is { } customer ? await people.TakeAsync(transaction, customer, Microseconds.Of(now), cancellationToken) : [];
        AttentionRules rules = await attention.GetAsync(transaction, cancellationToken);
        string? reason = await consent.JudgeAsync(transaction, members, message.Topic, cancellationToken) ?? (message.NotAfter < now ? SuppressionReasons.Expired : null);
        DateTimeOffset next = now;
        if (reason is null && message.Counts)
        {
            string? zone = await transaction.Command("SELECT time_zone FROM channels_messages WHERE id = @id", ("id", message.Id)).ScalarAsync<string>(cancellationToken);
            next = QuietTimes.Next(rules, message.Channel!, zone, now);
            reason = next - message.Due > Late
                ? AttentionBudget.Judge(rules, await MessageStore.TimesAsync(transaction, members, message.Id, cancellationToken), Microseconds.Of(next))
                : null;
        }

        if (reason is not null)
        {
            await transaction.Command(
                "UPDATE channels_messages SET state = 'suppressed', reason = @reason, content = NULL, link = NULL, address = NULL WHERE id = @id AND state = 'queued'", ("id", message.Id), ("reason", reason)).RunAsync(cancellationToken);
            await facts.TellAsync(transaction, message, MessageFacts.Suppressed, reason, cancellationToken);
            return false;
        }

        if (next > now)
        {
            await transaction.Command("UPDATE channels_messages SET due = @due WHERE id = @id", ("id", message.Id), ("due", Microseconds.Of(next))).RunAsync(cancellationToken);
            await outbox.AddAsync(transaction, OutboxKind, message.Id.ToString(CultureInfo.InvariantCulture), next, cancellationToken);
            return false;
        }

        // Until it is sent it counts where it is tried.
        await transaction.Command("UPDATE channels_messages SET due = @now WHERE id = @id", ("id", message.Id), ("now", Microseconds.Of(now))).RunAsync(cancellationToken);
        return true;
    }

    /// <summary>Writes down what became of a try; false where another is due.</summary>
    private async Task<bool> KeepAsync(DbTransaction transaction, MessageRecord message, SendAnswer answer, CancellationToken cancellationToken)
    {
        bool isSent = answer.Outcome == SendOutcome.Taken;
        bool isOver = !isSent && (answer.Outcome == SendOutcome.Refused || message.Tries + 1 >= MostTries);
        string? error = answer.Error is { Length: > LongestError } ? answer.Error[..LongestError] : answer.Error;
        string keeps = "(SELECT kind FROM channels_gateways g WHERE g.id = channels_messages.gateway_id) = 'keep'";
        await transaction.Command(
            $"""
            UPDATE channels_messages SET tries = tries + 1, error = @error, remote_id = @remote, state = @state, sent_at = @sent,
                content = CASE WHEN @over = 0 OR {keeps} THEN content ELSE NULL END,
                link = CASE WHEN @over = 0 OR {keeps} THEN link ELSE NULL END
            WHERE id = @id
            """,
            ("id", message.Id), ("error", error), ("remote", answer.RemoteId), ("sent", isSent ? Microseconds.Of(clock.GetUtcNow()) : null), ("over", isSent || isOver ? 1 : 0),
            ("state", MessageStore.Code(isSent ? MessageState.Sent : isOver ? MessageState.Failed : MessageState.Queued))).RunAsync(cancellationToken);
        if (isSent || isOver)
        {
            await facts.TellAsync(transaction, message, isSent ? MessageFacts.Sent : MessageFacts.Failed, isSent ? null : "gateway", cancellationToken);
        }

        return isSent || isOver;
    }
}
