namespace Tajriba.Client.Queue;

/// <summary>Messages in memory, bounded by number and bytes.</summary>
internal sealed class MemoryQueue(int mostMessages, long mostBytes) : IMessageQueue
{
    private readonly Queue<byte[]> waiting = new();
    private int taken;
    private long takenBytes;

    public long Count => waiting.Count + taken;

    public long Ready => waiting.Count;

    public long ReadyBytes { get; private set; }

    public long DamagedBytes => 0;

    public bool TryAdd(ReadOnlySpan<byte> message)
    {
        if (Count >= mostMessages || ReadyBytes + takenBytes + message.Length > mostBytes)
        {
            return false;
        }

        waiting.Enqueue(message.ToArray());
        ReadyBytes += message.Length;
        return true;
    }

    public DroppedMessages? DropOldest()
    {
        if (!waiting.TryDequeue(out byte[]? oldest))
        {
            return null;
        }

        ReadyBytes -= oldest.Length;
        return new DroppedMessages(DropReason.Full, 1, null, [oldest]);
    }

    public IReadOnlyList<ReadOnlyMemory<byte>> Take(int most, int mostBytes, out DroppedMessages? lost)
    {
        lost = null;
        var batch = new List<ReadOnlyMemory<byte>>();
        while (batch.Count < most && waiting.TryPeek(out byte[]? next) && (batch.Count == 0 || takenBytes + next.Length <= mostBytes))
        {
            batch.Add(waiting.Dequeue());
            taken++;
            takenBytes += next.Length;
            ReadyBytes -= next.Length;
        }

        return batch;
    }

    public void Done() => (taken, takenBytes) = (0, 0);

    public void Sync()
    {
    }

    public void Dispose()
    {
    }
}
