namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>How much one request may hold and the server will keep waiting; <c>Tajriba:Collect</c> in the configuration.</summary>
public sealed record CollectLimits
{
    /// <summary>Bytes of one event as JSON.</summary>
    public int EventBytes { get; init; } = 32 * 1024;

    /// <summary>Bytes of one body, before and after it is unpacked.</summary>
    public int BodyBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Events of one batch.</summary>
    public int BatchEvents { get; init; } = 2_500;

    /// <summary>Different names of events that one source may use: the log keeps a name for ever.</summary>
    public int EventNames { get; init; } = 1_000;

    /// <summary>
    /// Bytes of bodies that wait to be written; beyond it, clients are asked to come again. Some commits' worth: what waits longer
    /// only makes the memory dearer.
    /// </summary>
    public long WaitingBytes { get; init; } = 6L * 1024 * 1024;

    /// <summary>How long a body may take that must be read before its sender is known, for its room is taken from all who send so.</summary>
    public TimeSpan KeylessRead { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of these, at most this part for one source, so that a noisy one cannot keep the others out; a body that waits alone may have more.</summary>
    public double SourceShare { get; init; } = 0.5;

    /// <summary>Events a second that one source may send to one node, where its page says nothing else; 0 for no limit.</summary>
    public int SourceEventsPerSecond { get; init; }

    /// <summary>Events of one commit: larger ones save little, and whoever comes after waits for them.</summary>
    public int CommitEvents { get; init; } = 1_500;

    /// <summary>How long a commit waits for more while many clients send single events, so that they share a sync.</summary>
    public TimeSpan Gather { get; init; } = TimeSpan.FromMilliseconds(3);
}
