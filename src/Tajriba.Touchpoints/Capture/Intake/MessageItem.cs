using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>One item of what was sent, and what becomes of it: an event, or a fault.</summary>
internal class MessageItem
{
    /// <summary>Its own text.</summary>
    public ReadOnlyMemory<byte> Raw { get; set; }

    /// <summary>The sender's id of it, or null.</summary>
    public string? Id { get; set; }

    /// <summary>The event, once it is made; null where there is a fault.</summary>
    public LiveEvent? Event { get; set; }

    /// <summary>Why there is no event, or null.</summary>
    public MessageFault? Fault { get; set; }
}
