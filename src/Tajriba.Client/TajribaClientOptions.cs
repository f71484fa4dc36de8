namespace Tajriba.Client;

/// <summary>Where a client sends to, how it gathers, and what it keeps while the server is away.</summary>
public sealed record TajribaClientOptions
{
    /// <summary>Address of the server, without a path (<c>https://cx.example.com/</c>).</summary>
    public required Uri Server { get; init; }

    /// <summary>The source's write key.</summary>
    public required string WriteKey { get; init; }

    /// <summary>A batch goes as soon as so many messages wait; it never holds more. 1 to 2,500.</summary>
    public int BatchMessages { get; init; } = 100;

    /// <summary>A batch goes as soon as so many bytes wait; it never holds more, before it is packed. 40,000 to 4,000,000.</summary>
    public int BatchBytes { get; init; } = 480_000;

    /// <summary>A message waits at most so long for others to go with it.</summary>
    public TimeSpan BatchInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether bodies are packed with gzip.</summary>
    public bool Gzip { get; init; }

    /// <summary>One attempt may take so long; then it counts as failed and is made again.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The first wait after a failure; each next one is twice as long, with half of it left to chance.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between attempts. Attempts do not end: what bounds a message's stay is the size of the queue.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A server's <c>Retry-After</c> is obeyed up to this.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary><see cref="TajribaClient.DisposeAsync"/> goes on sending for so long.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What happens to a message when the queue is full.</summary>
    public WhenFull WhenFull { get; init; } = WhenFull.Wait;

    /// <summary>Messages that may wait in memory, without <see cref="QueueDirectory"/>.</summary>
    public int MemoryMessages { get; init; } = 10_000;

    /// <summary>Bytes of messages that may wait in memory, without <see cref="QueueDirectory"/>. At least 40,000.</summary>
    public long MemoryBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Folder of the durable queue; null keeps messages in memory only. One process uses a folder at a time.</summary>
    public string? QueueDirectory { get; init; }

    /// <summary>Bytes that the durable queue may take on disk. At least four times <see cref="SegmentBytes"/>.</summary>
    public long QueueBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>Bytes of one file of the durable queue; a file is deleted when all of it is delivered. At least 40,000.</summary>
    public int SegmentBytes { get; init; } = 1024 * 1024;

    /// <summary>When messages are forced out of the system's memory on to the disk.</summary>
    public QueueSync QueueSync { get; init; } = QueueSync.EverySecond;

    /// <summary>Told of messages that will not be delivered. Called from the sender; what it throws is ignored.</summary>
    public Action<DroppedMessages>? Dropped { get; init; }

    /// <summary>Told of failures after which it is tried again. Called from the sender; what it throws is ignored.</summary>
    public Action<Exception>? Faulted { get; init; }

    /// <summary>Throws where a value lies outside its range.</summary>
    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Server, nameof(Server));
        ArgumentException.ThrowIfNullOrWhiteSpace(WriteKey, nameof(WriteKey));
        if (!Server.IsAbsoluteUri || Server.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("Server must be an absolute address of http or https.", nameof(Server));
        }

        Between(BatchMessages, 1, 2_500, nameof(BatchMessages));
        Between(BatchBytes, MessageLimits.Room, 4_000_000, nameof(BatchBytes));
        Between(MemoryMessages, 1, int.MaxValue, nameof(MemoryMessages));
        Between(MemoryBytes, MessageLimits.Room, long.MaxValue, nameof(MemoryBytes));
        Between(SegmentBytes, MessageLimits.Room, int.MaxValue, nameof(SegmentBytes));
        Between(QueueBytes, 4L * SegmentBytes, long.MaxValue, nameof(QueueBytes));
        foreach ((TimeSpan time, string name) in new[]
        {
            (BatchInterval, nameof(BatchInterval)), (RequestTimeout, nameof(RequestTimeout)), (FirstRetry, nameof(FirstRetry)), (LongestRetry, nameof(LongestRetry)),
            (LongestRetryAfter, nameof(LongestRetryAfter)), (ShutdownTimeout, nameof(ShutdownTimeout)),
        })
        {
            Between(time.Ticks, 0, TimeSpan.TicksPerDay, name);
        }
    }

    private static void Between(long value, long least, long most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"Must lie between {least} and {most}."));
        }
    }
}
