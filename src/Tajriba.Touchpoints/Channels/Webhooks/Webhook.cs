using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Channels.Webhooks;

/// <summary>An address of another system that is told of events as they enter the log.</summary>
public sealed record Webhook
{
    public required long Id { get; init; }

    public required WebhookSettings Settings { get; init; }

    public required WebhookState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Events up to this position of the log are not told.</summary>
    public required long FromPosition { get; init; }

    /// <summary>False until a person has seen the secret at hand; it can be seen once.</summary>
    public required bool SecretShown { get; init; }

    /// <summary>Until when the secret before the last rotation signs too; null without one.</summary>
    public DateTimeOffset? OldSecretUntil { get; init; }

    /// <summary>Nothing is sent before this, because the receiver asked for a pause; null where it did not.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When a delivery last succeeded.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Since when every attempt has failed; null after a success and before the first attempt.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>What people call it: the description, or the host where there is none.</summary>
    public string Title => Settings.Description.Length > 0 ? Settings.Description : new Uri(Settings.Url).Host;

    /// <summary>Whether an event is to be told here.</summary>
    public bool Wants(LoggedEvent item) => item.Position > FromPosition && Settings.Cover(item);
}
