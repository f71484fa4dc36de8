using System.Threading.Channels;

namespace Tajriba.Client;

/// <summary>The queue's two ends: callers put messages in, one sender takes them out in their order.</summary>
public sealed partial class TajribaClient
{
    private static readonly TimeSpan SyncDelay = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource stopping = new();
    private readonly List<(long Until, TaskCompletionSource Done)> flushes = [];
    private readonly ITimer dueTimer;
    private readonly ITimer syncTimer;
    private readonly long recovered;
    private TaskCompletionSource room = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool due;
    private bool isSyncSet;
    private bool isClosing;
    private long taken;
    private long dropped;
    private long settled;

    /// <summary>What it has done so far.</summary>
    public ClientCounts Counts
    {
        get
        {
            lock (gate)
            {
                return new ClientCounts(taken, recovered, settled - dropped, dropped, sender.Retries, taken + recovered - settled, queue.DamagedBytes);
            }
        }
    }

    /// <summary>Returns once everything that was given before is delivered or dropped. Through an outage that lasts as long as the outage.</summary>
    /// <param name="cancellationToken">Ends the wait; the messages stay in the queue.</param>
    public Task FlushAsync(CancellationToken cancellationToken = default)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosing, this);
            if (settled == taken + recovered)
            {
                return Task.CompletedTask;
            }

            flushes.Add((taken + recovered, done));
        }

        wake.Writer.TryWrite(true);
        return done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Takes nothing more, goes on sending for <see cref="TajribaClientOptions.ShutdownTimeout"/>, and ends. What is left then
    /// stays in the durable queue, or is dropped where there is none.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (isClosing)
            {
                return;
            }

            isClosing = true;
            room.TrySetResult();
        }

        wake.Writer.TryWrite(true);
        try
        {
            await sending.WaitAsync(options.ShutdownTimeout, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(false);
        }

        await dueTimer.DisposeAsync().ConfigureAwait(false);
        await syncTimer.DisposeAsync().ConfigureAwait(false);
        if (ownsHttp)
        {
            http.Dispose();
        }

        stopping.Dispose();
        End();
    }

    private async ValueTask EnqueueAsync(byte[] message, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wait;
            DroppedMessages? lost = null;
            bool isAdded;
            lock (gate)
            {
                ObjectDisposedException.ThrowIf(isClosing, this);
                isAdded = queue.TryAdd(message);
                while (!isAdded && options.WhenFull == WhenFull.DropOldest && queue.DropOldest() is { } more)
                {
                    lost = lost is null ? more : lost with { Count = lost.Count + more.Count, Messages = [.. lost.Messages, .. more.Messages] };
                    isAdded = queue.TryAdd(message);
                }

                Settle(lost?.Count ?? 0, lost?.Count ?? 0);
                if (isAdded)
                {
                    Added();
                }
                else
                {
                    due = true;
                }

                wait = room.Task;
            }

            if (lost is not null)
            {
                Tell(lost);
            }

            if (isAdded)
            {
                return;
            }

            wake.Writer.TryWrite(true);
            await wait.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Wakes the sender now, where a batch is full, or when the message has waited long enough.</summary>
    private void Added()
    {
        taken++;
        if (IsBatchFull())
        {
            wake.Writer.TryWrite(true);
        }
        else if (queue.Ready == 1)
        {
            dueTimer.Change(options.BatchInterval, Timeout.InfiniteTimeSpan);
        }

        if (options is { QueueDirectory: not null, QueueSync: QueueSync.EverySecond } && !isSyncSet)
        {
            isSyncSet = true;
            syncTimer.Change(SyncDelay, Timeout.InfiniteTimeSpan);
        }
    }

    private bool IsBatchFull() => queue.Ready >= options.BatchMessages || queue.ReadyBytes >= options.BatchBytes;

    private void Due()
    {
        lock (gate)
        {
            due = true;
        }

        wake.Writer.TryWrite(true);
    }

    private void SyncNow()
    {
        try
        {
            lock (gate)
            {
                isSyncSet = false;
            }

            // Outside the gate, so that callers do not wait for the disk. What is begun meanwhile was forced out before.
            queue.Sync();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The next message tries again; its caller hears of a disk that takes nothing.
        }
    }

    private async Task SendAllAsync()
    {
        try
        {
            while (await wake.Reader.ReadAsync(stopping.Token).ConfigureAwait(false))
            {
                try
                {
                    await SendWaitingAsync().ConfigureAwait(false);
                }
                catch (IOException e)
                {
                    // The disk does not give the messages now; they are still there.
                    sender.Tell(e);
                    await Task.Delay(options.LongestRetry, clock, stopping.Token).ConfigureAwait(false);
                    Due();
                    continue;
                }

                if (isClosing)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    private async Task SendWaitingAsync()
    {
        while (Next(out IReadOnlyList<ReadOnlyMemory<byte>> batch))
        {
            if (batch.Count > 0)
            {
                Finish(batch.Count, await sender.SendAsync(batch, stopping.Token).ConfigureAwait(false));
            }
        }
    }

    /// <summary>Takes the next batch where there is a reason to send; false where there is none.</summary>
    private bool Next(out IReadOnlyList<ReadOnlyMemory<byte>> batch)
    {
        DroppedMessages? lost;
        lock (gate)
        {
            if (queue.Ready == 0 || !(due || isClosing || flushes.Count > 0 || IsBatchFull()))
            {
                due = false;
                batch = [];
                return false;
            }

            batch = queue.Take(options.BatchMessages, options.BatchBytes, out lost);
            Settle(lost?.Count ?? 0, lost?.Count ?? 0);
        }

        if (lost is not null)
        {
            Tell(lost);
        }

        return true;
    }

    /// <summary>Tells of the losses first: who waits for a flush has heard of them when it ends.</summary>
    private void Finish(int count, List<DroppedMessages> lost)
    {
        lost.ForEach(Tell);
        lock (gate)
        {
            queue.Done();
            Settle(count, lost.Sum(l => l.Count));
        }
    }

    /// <summary>Counts what left the queue, lets callers in who wait for room, and ends the flushes that waited for it.</summary>
    private void Settle(int count, int lost)
    {
        if (count == 0)
        {
            return;
        }

        settled += count;
        dropped += lost;
        room.TrySetResult();
        room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach ((long _, TaskCompletionSource done) in flushes.Where(f => f.Until <= settled))
        {
            done.TrySetResult();
        }

        flushes.RemoveAll(f => f.Until <= settled);
    }

    /// <summary>Ends what is left: on disk it stays, in memory it is dropped.</summary>
    private void End()
    {
        lock (gate)
        {
            queue.Dispose();
            flushes.ForEach(f => f.Done.TrySetException(new ObjectDisposedException(nameof(TajribaClient), "The client was closed before everything was delivered.")));
            flushes.Clear();
            if (options.QueueDirectory is not null || settled == taken)
            {
                return;
            }
        }

        int left = (int)(taken - settled);
        Settle(left, left);
        Tell(new DroppedMessages(DropReason.Closed, left, null, []));
    }

    private void Tell(DroppedMessages lost)
    {
        try
        {
            options.Dropped?.Invoke(lost);
        }
        catch (Exception)
        {
            // Said where the callback is documented: what it throws must not stop the sender.
        }
    }
}
