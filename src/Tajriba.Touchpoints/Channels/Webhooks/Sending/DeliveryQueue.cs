using System.Collections.Concurrent;
using System.Data.Common;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Storage;

namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>Hands out what is due, to one node at a time, and takes the results.</summary>
public sealed class DeliveryQueue(IDatabase database, RetrySchedule schedule, WebhookOptions options, IAuditTrail audit, TimeProvider clock) : IDisposable
{
    /// <summary>How exactly the last success is kept, so that a busy webhook's row is not written with every delivery.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(24);
    private static readonly TimeSpan UsualHold = TimeSpan.FromSeconds(10);

    private const string Due = "state = 'waiting' AND due <= @now AND leased_until <= @now";

    private readonly ConcurrentQueue<Result> results = new();
    private readonly SemaphoreSlim writing = new(1, 1);

    /// <summary>Longer than any attempt. A node that dies sends nothing more; after this another one does.</summary>
    public TimeSpan Lease => options.Timeout + Spare;

    public async Task<IReadOnlyList<DueWebhook>> DueAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            $"""
            SELECT id, url, secret, CASE WHEN old_until > @now THEN old_secret END FROM channels_webhooks w
            WHERE state = 'on' AND deleted_at IS NULL AND held_until <= @now
              AND EXISTS (SELECT 1 FROM channels_webhook_deliveries d WHERE d.webhook_id = w.id AND d.state = 'waiting' AND d.due <= @now AND d.leased_until <= @now)
            """,
            ("now", Now)).ListAsync(r => new DueWebhook(r.GetInt64(0), r.GetString(1), r.GetString(2), r.Text(3)), cancellationToken);
    }

    /// <summary>Takes up to so many due deliveries of each webhook, the longest due first.</summary>
    public Task<List<Claim>> ClaimAsync(IReadOnlyList<(long Webhook, int Count)> wanted, CancellationToken cancellationToken)
    {
        string lease = Guid.CreateVersion7().ToString("N");
        string skip = database.Provider == DatabaseProvider.Postgres ? "FOR UPDATE SKIP LOCKED" : "";
        return database.WriteAsync(
            async (transaction, cancel) =>
            {
                var claims = new List<Claim>();
                foreach ((long webhook, int count) in wanted)
                {
                    claims.AddRange(await transaction.Command(
                        $"""
                        UPDATE channels_webhook_deliveries SET leased_until = @until, lease = @lease
                        WHERE id IN (SELECT id FROM channels_webhook_deliveries WHERE webhook_id = @webhook AND {Due} ORDER BY due, id LIMIT @count {skip})
                        RETURNING id, position, message_id, payload, attempts
                        """,
                        ("webhook", webhook), ("count", count), ("now", Now), ("until", Microseconds.Of(clock.GetUtcNow() + Lease)), ("lease", lease))
                        .ListAsync(r => new Claim(r.GetInt64(0), webhook, r.Number(1), r.GetString(2), r.Text(3), r.GetInt32(4), lease), cancel));
                }

                return claims;
            },
            cancellationToken);
    }

    /// <summary>
    /// Writes what came of an attempt, and gives how it leaves the delivery; null where the lease was lost meanwhile. Results
    /// that come while others are being written are committed together, because a commit costs more than a result.
    /// </summary>
    public async Task<Outcome?> FinishAsync(Claim claim, DateTimeOffset begun, Answer answer, CancellationToken cancellationToken)
    {
        var result = new Result(claim, begun, answer);
        results.Enqueue(result);
        await writing.WaitAsync(cancellationToken);
        try
        {
            // Whoever wrote before may have written it too.
            if (!result.Outcome.Task.IsCompleted)
            {
                var group = new List<Result>();
                while (results.TryDequeue(out Result? next))
                {
                    group.Add(next);
                }

                // Every node locks the rows of webhooks in the same order.
                await WriteAsync([.. group.OrderBy(r => r.Claim.WebhookId).ThenBy(r => r.Claim.Id)], cancellationToken);
            }
        }
        finally
        {
            writing.Release();
        }

        return await result.Outcome.Task;
    }

    private async Task WriteAsync(Result[] group, CancellationToken cancellationToken)
    {
        try
        {
            Outcome?[] outcomes = await database.WriteAsync(
                async (transaction, cancel) =>
                {
                    var written = new Outcome?[group.Length];
                    for (int i = 0; i < group.Length; i++)
                    {
                        written[i] = await WriteAsync(transaction, group[i], cancel);
                    }

                    return written;
                },
                cancellationToken);
            for (int i = 0; i < group.Length; i++)
            {
                group[i].Outcome.SetResult(outcomes[i]);
            }
        }
        catch (Exception e) when (group.Length == 1)
        {
            group[0].Outcome.SetException(e);
        }
        catch (Exception)
        {
            // One that cannot be written keeps no other from it.
            foreach (Result one in group)
            {
                await WriteAsync([one], cancellationToken);
            }
        }
    }

    private async Task<Outcome?> WriteAsync(DbTransaction transaction, Result result, CancellationToken cancellationToken)
    {
        (Claim claim, DateTimeOffset begun, Answer answer) = result;
        DateTimeOffset now = clock.GetUtcNow();
        TimeSpan? pause = answer.IsGood || answer.IsGone || answer.Fault == SendFault.EventGone ? null : schedule.After(claim.Attempts + 1);
        TimeSpan asked = Hold(answer);
        Outcome outcome = answer.IsGood ? Outcome.Delivered : pause is null ? Outcome.GivenUp : Outcome.Failed;
        int written = await transaction.Command(
            """
            UPDATE channels_webhook_deliveries SET state = @state, attempts = @attempts, due = @due, finished_at = @finished, lease = NULL, leased_until = 0,
                last_at = @at, last_status = @status, last_fault = @fault, last_milliseconds = @elapsed, last_answer = @answer
            WHERE id = @id AND lease = @lease
            """,
            ("id", claim.Id), ("lease", claim.Lease),
            ("state", outcome switch { Outcome.Delivered => "done", Outcome.GivenUp => "dead", _ => "waiting" }),
            ("attempts", claim.Attempts + 1),
            ("due", Microseconds.Of(now + (pause is { } wait && wait > asked ? wait : asked))),
            ("finished", outcome == Outcome.Failed ? null : Microseconds.Of(now)),
            ("at", Microseconds.Of(begun)), ("status", answer.Status), ("fault", answer.Fault == SendFault.None ? null : answer.Fault.ToString()),
            ("elapsed", (long)answer.Elapsed.TotalMilliseconds), ("answer", answer.Excerpt)).RunAsync(cancellationToken);
        if (written == 0)
        {
            return null;
        }

        await NoteAsync(transaction, claim.WebhookId, answer, now, asked, cancellationToken);
        return outcome;
    }

    public void Dispose() => writing.Dispose();

    private long Now => Microseconds.Of(clock.GetUtcNow());

    /// <summary>How long the whole webhook is left alone: as long as a busy receiver asked, within a day.</summary>
    private static TimeSpan Hold(Answer answer)
    {
        TimeSpan asked = !answer.IsBusy ? TimeSpan.Zero : answer.RetryAfter ?? UsualHold;
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked > LongestHold ? LongestHold : asked;
    }

    private async Task NoteAsync(DbTransaction transaction, long webhook, Answer answer, DateTimeOffset now, TimeSpan asked, CancellationToken cancellationToken)
    {
        await transaction.Command(
            answer.IsGood
                ? "UPDATE channels_webhooks SET last_success = @now, failing_since = NULL WHERE id = @id AND (failing_since IS NOT NULL OR last_success IS NULL OR last_success < @before)"
                : "UPDATE channels_webhooks SET failing_since = COALESCE(failing_since, @now), held_until = CASE WHEN held_until > @held THEN held_until ELSE @held END WHERE id = @id",
            ("id", webhook), ("now", Microseconds.Of(now)), ("before", Microseconds.Of(now - Moment)), ("held", asked > TimeSpan.Zero ? Microseconds.Of(now + asked) : 0L)).RunAsync(cancellationToken);
        if (answer.IsGone
            && await transaction.Command("UPDATE channels_webhooks SET state = 'gone' WHERE id = @id AND state = 'on'", ("id", webhook)).RunAsync(cancellationToken) > 0)
        {
            await audit.RecordAsync(transaction, "channels.webhook-gone", $"webhook:{webhook}", cancellationToken: cancellationToken);
        }
    }

    private sealed record Result(Claim Claim, DateTimeOffset Begun, Answer Answer)
    {
        public TaskCompletionSource<Outcome?> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
