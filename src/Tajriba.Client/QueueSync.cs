namespace Tajriba.Client;

/// <summary>
/// When messages in the durable queue are forced on to the disk. A killed process loses nothing under any of them, since the
/// operating system has what was written; they differ in what a power cut may take.
/// </summary>
public enum QueueSync
{
    /// <summary>Within a second: a power cut may take the last second.</summary>
    EverySecond,

    /// <summary>Before the call returns: a power cut takes nothing. Each message costs a write to the disk.</summary>
    EachMessage,

    /// <summary>When the operating system likes to, often within half a minute.</summary>
    Never,
}
