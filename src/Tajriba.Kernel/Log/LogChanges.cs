using System.Runtime.CompilerServices;

namespace Tajriba.Kernel.Log;

/// <summary>Tells that the log has grown, in this process at once and from other nodes within a second.</summary>
public sealed class LogChanges
{
    private TaskCompletionSource signal = New();
    private long head;

    /// <summary>The head each time it moved, the latest only where several moves passed meanwhile.</summary>
    public async IAsyncEnumerable<long> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = Volatile.Read(ref head);
        while (true)
        {
            var next = await WaitAsync(seen, cancellationToken);
            yield return seen = next;
        }
    }

    /// <summary>Completes with the head as soon as it is beyond <paramref name="position"/>.</summary>
    public async Task<long> WaitAsync(long position, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var waiting = Volatile.Read(ref signal).Task;
            var now = Volatile.Read(ref head);
            if (now > position)
            {
                return now;
            }

            await waiting.WaitAsync(cancellationToken);
        }
    }

    internal void Publish(long position)
    {
        var before = Volatile.Read(ref head);
        while (position > before)
        {
            before = Interlocked.CompareExchange(ref head, position, before);
        }

        Interlocked.Exchange(ref signal, New()).TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
