using System.Data.Common;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;
using Tajriba.Touchpoints.Channels.Webhooks.Signing;

namespace Tajriba.Touchpoints.Channels.Webhooks;

/// <summary>Makes, changes and ends webhooks; every change is audited. The audit trail names no address: receivers put keys into theirs.</summary>
public sealed class WebhookEditor(IDatabase database, IExperienceLog log, SecretSealer sealer, DeliverySignal signal, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>How long the secret before a rotation goes on signing.</summary>
    public static readonly TimeSpan OldSecretLife = TimeSpan.FromHours(24);

    /// <summary>Puts a webhook on record, on, from the head of the log. Settings have been judged by <see cref="WebhookRules"/>.</summary>
    public Task<long> AddAsync(WebhookSettings settings, CancellationToken cancellationToken = default)
    {
        // Sealing may write a new key to the database, so that it stands before the transaction.
        string secret = sealer.Seal(WebhookSecret.New());
        return database.WriteAsync(
            async (transaction, cancel) =>
            {
                long id = await transaction.Command(
                    """
                    INSERT INTO channels_webhooks (url, description, event_names, object_types, source_id, state, created_at, from_position, secret)
                    VALUES (@url, @description, @events, @types, @source, 'on', @now, @from, @secret) RETURNING id
                    """,
                    ("url", settings.Url), ("description", settings.Description), ("events", WebhookRow.Text(settings.EventNames)),
                    ("types", WebhookRow.Text(settings.ObjectTypes)), ("source", settings.SourceId), ("now", Now), ("from", log.Head), ("secret", secret)).ScalarAsync<long>(cancel);
                await audit.RecordAsync(transaction, "channels.webhook-add", Subject(id), cancellationToken: cancel);
                return id;
            },
            cancellationToken);
    }

    public Task<bool> ChangeAsync(long id, WebhookSettings settings, CancellationToken cancellationToken = default) => WriteAsync(
        id,
        "channels.webhook-change",
        "url = @url, description = @description, event_names = @events, object_types = @types, source_id = @source, held_until = 0",
        cancellationToken,
        ("url", settings.Url), ("description", settings.Description), ("events", WebhookRow.Text(settings.EventNames)),
        ("types", WebhookRow.Text(settings.ObjectTypes)), ("source", settings.SourceId));

    /// <summary>Switched off it is told nothing and what waits stays; switched on it goes on with what waits, and hears new events from now on.</summary>
    public Task<bool> SwitchAsync(long id, bool isOn, CancellationToken cancellationToken = default) => isOn
        ? WriteAsync(id, "channels.webhook-on", "state = 'on', from_position = @from, held_until = 0, failing_since = NULL", cancellationToken, ("from", log.Head))
        : WriteAsync(id, "channels.webhook-off", "state = 'off'", cancellationToken);

    /// <summary>Ends a webhook; <see cref="RestoreAsync"/> takes that back until it is swept away for good.</summary>
    public Task<bool> DeleteAsync(long id, CancellationToken cancellationToken = default) =>
        WriteAsync(id, "channels.webhook-delete", "deleted_at = @now", cancellationToken);

    public Task<bool> RestoreAsync(long id, CancellationToken cancellationToken = default) =>
        WriteAsync(id, "channels.webhook-restore", "deleted_at = NULL, from_position = @from", cancellationToken, isDeleted: true, ("from", log.Head));

    /// <summary>Gives a webhook a new secret; for a day the old one signs too.</summary>
    public Task<bool> RotateAsync(long id, CancellationToken cancellationToken = default) => WriteAsync(
        id,
        "channels.webhook-rotate",
        "old_secret = secret, old_until = @until, secret = @secret, secret_shown = 0",
        cancellationToken,
        ("until", Microseconds.Of(clock.GetUtcNow() + OldSecretLife)), ("secret", sealer.Seal(WebhookSecret.New())));

    /// <summary>Tells the secret at hand, once; null where it was told before, cannot be opened, or there is no such webhook.</summary>
    public async Task<string?> RevealAsync(long id, CancellationToken cancellationToken = default)
    {
        string? sealedText = await database.WriteAsync(
            async (transaction, cancel) =>
            {
                string? secret = await transaction.Command(
                    "UPDATE channels_webhooks SET secret_shown = 1 WHERE id = @id AND secret_shown = 0 AND deleted_at IS NULL RETURNING secret", ("id", id)).ScalarAsync<string>(cancel);
                if (secret is not null)
                {
                    await audit.RecordAsync(transaction, "channels.webhook-reveal", Subject(id), cancellationToken: cancel);
                }

                return secret;
            },
            cancellationToken);
        return sealedText is null ? null : sealer.Open(sealedText)?.Reveal();
    }

    private long Now => Microseconds.Of(clock.GetUtcNow());

    private static string Subject(long id) => $"webhook:{id}";

    private Task<bool> WriteAsync(long id, string action, string assignments, CancellationToken cancellationToken, params (string Name, object? Value)[] values) =>
        WriteAsync(id, action, assignments, cancellationToken, isDeleted: false, values);

    private Task<bool> WriteAsync(long id, string action, string assignments, CancellationToken cancellationToken, bool isDeleted, params (string Name, object? Value)[] values) =>
        database.WriteAsync(
            async (transaction, cancel) =>
            {
                string which = isDeleted ? "IS NOT NULL" : "IS NULL";
                (string Name, object? Value)[] all = [("id", id), ("now", Now), .. values];
                string sql = $"UPDATE channels_webhooks SET {assignments} WHERE id = @id AND deleted_at {which}";
                if (await transaction.Command(sql, all).RunAsync(cancel) == 0)
                {
                    return false;
                }

                await audit.RecordAsync(transaction, action, Subject(id), cancellationToken: cancel);
                transaction.OnCommitted(signal.Raise);
                return true;
            },
            cancellationToken);
}
