using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;

namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary>A webhook as the API shows it.</summary>
/// <param name="Secret">The secret, in the one answer that tells it.</param>
internal sealed record WebhookAnswer(
    long Id, string Url, string Description, IReadOnlyList<string> Events, IReadOnlyList<string> ObjectTypes, long? Source, string State, DateTimeOffset CreatedAt,
    DateTimeOffset? LastSuccess, DateTimeOffset? FailingSince, DateTimeOffset? HeldUntil, DateTimeOffset? OldSecretUntil, long Waiting, long Dead, string? Secret)
{
    public static WebhookAnswer Of(Webhook webhook, IReadOnlyDictionary<(long Webhook, DeliveryState State), long> counts, string? secret = null) => new(
        webhook.Id, webhook.Settings.Url, webhook.Settings.Description, webhook.Settings.EventNames, webhook.Settings.ObjectTypes, webhook.Settings.SourceId,
        WebhookRow.Code(webhook.State), webhook.CreatedAt, webhook.LastSuccess, webhook.FailingSince, webhook.HeldUntil, webhook.OldSecretUntil,
        counts.GetValueOrDefault((webhook.Id, DeliveryState.Waiting)), counts.GetValueOrDefault((webhook.Id, DeliveryState.Dead)), secret);
}
