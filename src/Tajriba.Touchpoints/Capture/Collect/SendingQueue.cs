namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>
/// What waits to be written. Sources take turns, so that one that sends much waits behind itself and not others behind it.
/// </summary>
internal sealed class SendingQueue
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Queue<Sending>> bySource = [];
    private readonly Queue<long> turns = new();
    private readonly SemaphoreSlim arrived = new(0, 1);
    private bool closed;

    /// <summary>Events that wait.</summary>
    public int Count { get; private set; }

    /// <summary>False once it is closed.</summary>
    public bool TryAdd(Sending sending)
    {
        lock (gate)
        {
            if (closed)
            {
                return false;
            }

            if (!bySource.TryGetValue(sending.SourceId, out Queue<Sending>? own))
            {
                bySource.Add(sending.SourceId, own = new());
            }

            if (own.Count == 0)
            {
                turns.Enqueue(sending.SourceId);
            }

            own.Enqueue(sending);
            Count += Weight(sending);
            if (arrived.CurrentCount == 0)
            {
                arrived.Release();
            }
        }

        return true;
    }

    /// <summary>Takes nothing any more; what waits may still be taken out.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            if (arrived.CurrentCount == 0)
            {
                arrived.Release();
            }
        }
    }

    /// <summary>Completes when something waits; false once it is closed and empty.</summary>
    public async Task<bool> WaitAsync()
    {
        while (true)
        {
            lock (gate)
            {
                if (turns.Count > 0 || closed)
                {
                    return turns.Count > 0;
                }
            }

            await arrived.WaitAsync();
        }
    }

    /// <summary>Takes out sendings of at most so many events together, one of each source in turn, at least one.</summary>
    public void Take(int most, List<Sending> group)
    {
        lock (gate)
        {
            for (int taken = 0; taken < most && turns.TryDequeue(out long source);)
            {
                Queue<Sending> own = bySource[source];
                Sending next = own.Dequeue();
                if (own.Count > 0)
                {
                    turns.Enqueue(source);
                }

                taken += Weight(next);
                Count -= Weight(next);
                group.Add(next);
            }
        }
    }

    private static int Weight(Sending sending) => Math.Max(1, sending.Events.Count);
}
