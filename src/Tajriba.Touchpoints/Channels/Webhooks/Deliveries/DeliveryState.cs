namespace Tajriba.Touchpoints.Channels.Webhooks.Deliveries;

public enum DeliveryState
{
    /// <summary>It is sent, or sent again, when it is due.</summary>
    Waiting,

    /// <summary>The receiver took it.</summary>
    Done,

    /// <summary>Every attempt failed.</summary>
    Dead,
}
