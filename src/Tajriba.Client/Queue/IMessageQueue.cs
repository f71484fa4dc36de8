namespace Tajriba.Client.Queue;

/// <summary>Messages that wait, oldest first. Not safe for concurrent use: its owner takes care.</summary>
internal interface IMessageQueue : IDisposable
{
    /// <summary>Messages in it, those on their way included.</summary>
    long Count { get; }

    /// <summary>Messages that nobody has taken yet.</summary>
    long Ready { get; }

    /// <summary>Bytes of messages that nobody has taken yet.</summary>
    long ReadyBytes { get; }

    /// <summary>Bytes that could not be read.</summary>
    long DamagedBytes { get; }

    /// <summary>Adds a message; false where there is no room.</summary>
    bool TryAdd(ReadOnlySpan<byte> message);

    /// <summary>Drops the oldest that are not on their way; null where there are none.</summary>
    DroppedMessages? DropOldest();

    /// <summary>Takes messages from the front; they stay in the queue until <see cref="Done"/>.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="mostBytes">How many bytes at most, if not of one message alone.</param>
    /// <param name="lost">What turned out to be unreadable, or null.</param>
    IReadOnlyList<ReadOnlyMemory<byte>> Take(int most, int mostBytes, out DroppedMessages? lost);

    /// <summary>Those taken are delivered or dropped: they leave the queue.</summary>
    void Done();

    /// <summary>Forces what was added on to the disk.</summary>
    void Sync();
}
