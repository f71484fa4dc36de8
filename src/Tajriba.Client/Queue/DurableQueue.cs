using Microsoft.Win32.SafeHandles;

namespace Tajriba.Client.Queue;

/// <summary>
/// Messages in files that are only appended to. A file goes when all of it is delivered; what the process left when it ended,
/// in whatever way, is found again. A file that is there at the start is never written to any more.
/// </summary>
internal sealed class DurableQueue : IMessageQueue
{
    private const string LockName = "lock";
    private const int DamagedKept = 16;
    private readonly string directory;
    private readonly long mostBytes;
    private readonly int segmentBytes;
    private readonly QueueSync sync;
    private readonly SafeFileHandle only;
    private readonly List<Segment> segments = [];
    private Segment? current;
    private Segment? takenFrom;
    private int taken;
    private long takenBytes;
    private long next;
    private long bytes;
    private long unread;

    /// <exception cref="IOException">Another client uses the folder.</exception>
    public DurableQueue(string directory, long mostBytes, int segmentBytes, QueueSync sync)
    {
        (this.directory, this.mostBytes, this.segmentBytes, this.sync) = (directory, mostBytes, segmentBytes, sync);
        Directory.CreateDirectory(directory);
        try
        {
            only = File.OpenHandle(Path.Combine(directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IOException($"The queue in '{directory}' is in use: one client opens a folder at a time.", e);
        }

        SentPosition sent = SentPosition.Read(directory);
        next = sent.Segment + 1;
        foreach (long number in Segment.NumbersIn(directory).ToArray())
        {
            Recover(number, sent);
        }

        foreach (string old in Directory.GetFiles(directory, "*.damaged").OrderDescending(StringComparer.Ordinal).Skip(DamagedKept))
        {
            File.Delete(old);
        }
    }

    public long Count { get; private set; }

    public long Ready => Count - taken;

    public long ReadyBytes => unread - takenBytes;

    public long DamagedBytes { get; private set; }

    public bool TryAdd(ReadOnlySpan<byte> message)
    {
        byte[] record = Record.Of(message);
        if (bytes + record.Length > mostBytes)
        {
            return false;
        }

        if (current is null || current.Length + record.Length > segmentBytes)
        {
            Roll();
        }

        current!.Append(record, sync == QueueSync.EachMessage);
        (Count, bytes, unread) = (Count + 1, bytes + record.Length, unread + record.Length);
        return true;
    }

    public DroppedMessages? DropOldest()
    {
        if (segments.Find(s => s != takenFrom && s != current) is not { } oldest)
        {
            return null;
        }

        int count = oldest.Count;
        Remove(oldest);
        return new DroppedMessages(DropReason.Full, count, null, []);
    }

    public IReadOnlyList<ReadOnlyMemory<byte>> Take(int most, int mostBytes, out DroppedMessages? lost)
    {
        lost = null;
        while (segments.Find(s => s.Count > 0) is { } first)
        {
            List<ReadOnlyMemory<byte>> messages = first.Read(most, mostBytes, out takenBytes);
            if (messages.Count > 0)
            {
                (takenFrom, taken) = (first, messages.Count);
                return messages;
            }

            lost = new DroppedMessages(DropReason.Damaged, GiveUp(first) + (lost?.Count ?? 0), null, []);
            Remove(first);
        }

        return [];
    }

    public void Done()
    {
        if (takenFrom is not { } segment)
        {
            return;
        }

        segment.Advance(taken, takenBytes);
        (Count, unread) = (Count - taken, unread - takenBytes);
        (takenFrom, taken, takenBytes) = (null, 0, 0);
        Keep(segment);

        // A file that is done with goes at once, but for one that has just been begun: it serves on.
        if (segment.Count == 0 && (segment != current || segment.Length > segmentBytes / 4))
        {
            Remove(segment);
        }
    }

    public void Sync() => current?.Sync();

    public void Dispose()
    {
        foreach (Segment segment in segments.ToArray())
        {
            if (segment.Count == 0)
            {
                Remove(segment);
            }
            else
            {
                segment.Dispose();
            }
        }

        only.Dispose();
    }

    private void Recover(long number, SentPosition sent)
    {
        next = Math.Max(next, number + 1);
        Segment segment = Segment.Open(directory, number, number == sent.Segment ? sent.Offset : 0, out long damaged);
        DamagedBytes += damaged;
        if (number < sent.Segment || segment.Count == 0)
        {
            segment.Delete();
            return;
        }

        segments.Add(segment);
        Weigh(segment, 1);
    }

    private int GiveUp(Segment segment)
    {
        Weigh(segment, -1);
        try
        {
            (int records, long lost) = segment.GiveUp();
            DamagedBytes += lost;
            return records;
        }
        finally
        {
            Weigh(segment, 1);
        }
    }

    private void Roll()
    {
        if (sync != QueueSync.Never)
        {
            current?.Sync();
        }

        Segment? full = current;
        current = Segment.Create(directory, next++);
        segments.Add(current);
        if (full is { Count: 0 } && full != takenFrom)
        {
            Remove(full);
        }
    }

    private void Remove(Segment segment)
    {
        segments.Remove(segment);
        Weigh(segment, -1);
        current = segment == current ? null : current;
        segment.Delete();
    }

    /// <summary>Adds what a file holds to the sums, or takes it away: adding up over all files for each message is dear where many wait.</summary>
    private void Weigh(Segment segment, int sign) =>
        (Count, bytes, unread) = (Count + (sign * segment.Count), bytes + (sign * segment.Length), unread + (sign * segment.Unread));

    /// <summary>Notes how far it is delivered. Where the disk does not take it, some messages go twice, and the server knows them.</summary>
    private void Keep(Segment segment)
    {
        try
        {
            new SentPosition(segment.Number, segment.Offset).Write(directory);
        }
        catch (IOException)
        {
        }
    }
}
