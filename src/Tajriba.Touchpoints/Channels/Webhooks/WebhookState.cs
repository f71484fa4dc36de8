namespace Tajriba.Touchpoints.Channels.Webhooks;

/// <summary>Whether a webhook is told anything.</summary>
public enum WebhookState
{
    /// <summary>It is told of events.</summary>
    On,

    /// <summary>A person switched it off.</summary>
    Off,

    /// <summary>The receiver answered 410, that nobody listens there any more.</summary>
    Gone,
}
