namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>How an attempt leaves its delivery.</summary>
public enum Outcome
{
    /// <summary>The receiver took it.</summary>
    Delivered,

    /// <summary>It failed and is tried again.</summary>
    Failed,

    /// <summary>It failed and is not tried again.</summary>
    GivenUp,
}
