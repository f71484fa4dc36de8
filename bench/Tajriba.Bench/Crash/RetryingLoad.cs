using Tajriba.Bench.Collect;

namespace Tajriba.Bench.Crash;

/// <summary>
/// Clients that behave as released ones do: each sends again, with the same message ids, until it is told that what it sent is
/// kept. They can be held back while a server is looked at, and finish what they began.
/// </summary>
internal sealed class RetryingLoad : IAsyncDisposable
{
    private static readonly int[] Sizes = [100, 100, 100, 100, 20, 20, 5, 5, 1, 1, 1, 1, 1, 1, 1, 1];
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);
    private readonly List<LoadConnection> connections = [];
    private readonly List<Task> running = [];
    private readonly int port;
    private readonly string key;
    private volatile TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool finishing;
    private volatile bool abandoned;
    private int busy;
    private long next;
    private long refused;
    private long unavailable;

    /// <param name="port">Where the server is, and will be again.</param>
    /// <param name="key">Write key.</param>
    /// <param name="seed">Chooses customers.</param>
    public RetryingLoad(int port, string key, int seed)
    {
        this.port = port;
        this.key = key;
        for (int i = 0; i < Sizes.Length; i++)
        {
            int worker = i;
            running.Add(Task.Run(() => RunAsync(Sizes[worker], new Random(seed + worker))));
        }
    }

    /// <summary>Numbers of the events that were acknowledged.</summary>
    public NumberSet Acknowledged { get; } = new();

    /// <summary>Events that were sent at least once.</summary>
    public long Sent => Interlocked.Read(ref next);

    /// <summary>Answers that real clients would take for final.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Answers with 429 or 503.</summary>
    public long Unavailable => Interlocked.Read(ref unavailable);

    /// <summary>Lets them send.</summary>
    public void Resume() => gate.TrySetResult();

    /// <summary>Holds them back and returns once nothing is on its way.</summary>
    public async Task PauseAsync()
    {
        gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (Volatile.Read(ref busy) > 0)
        {
            await Task.Delay(1);
        }
    }

    /// <summary>Begins nothing new, and returns once all that was begun is acknowledged.</summary>
    public Task FinishAsync()
    {
        finishing = true;
        Resume();
        return Task.WhenAll(running).WaitAsync(TimeSpan.FromMinutes(2));
    }

    public ValueTask DisposeAsync()
    {
        finishing = abandoned = true;
        Resume();
        connections.ForEach(c => c.Dispose());
        return ValueTask.CompletedTask;
    }

    private async Task RunAsync(int events, Random random)
    {
        using var connection = new LoadConnection(port);
        lock (connections)
        {
            connections.Add(connection);
        }

        var request = new EventRequest(key, events, random);
        while (!finishing)
        {
            long first = Interlocked.Add(ref next, events) - events;
            await SendAsync(connection, request.Next(first, DateTimeOffset.UtcNow), first, events);
        }
    }

    private async Task SendAsync(LoadConnection connection, ReadOnlyMemory<byte> bytes, long first, int events)
    {
        while (!abandoned)
        {
            Interlocked.Increment(ref busy);
            if (!gate.Task.IsCompleted)
            {
                Interlocked.Decrement(ref busy);
                await gate.Task;
                continue;
            }

            int status = await connection.ExchangeAsync(bytes);
            if (status == 200)
            {
                for (int i = 0; i < events; i++)
                {
                    Acknowledged.Add(first + i);
                }
            }

            Interlocked.Decrement(ref busy);
            switch (status)
            {
                case 200:
                    return;
                case 0:
                    break;
                case 429 or 503:
                    Interlocked.Increment(ref unavailable);
                    break;
                default:
                    Interlocked.Increment(ref refused);
                    return;
            }

            await Task.Delay(Patience);
        }
    }
}
