namespace Tajriba.Touchpoints.Channels.Messages;

public enum MessageState
{
    /// <summary>It goes out when it is due.</summary>
    Queued,

    /// <summary>The gateway took it.</summary>
    Sent,

    /// <summary>The gateway refused it, or was not reached in all tries.</summary>
    Failed,

    /// <summary>It was not to be sent.</summary>
    Suppressed,
}
