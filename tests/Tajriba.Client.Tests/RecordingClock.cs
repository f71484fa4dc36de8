using System.Collections.Concurrent;

namespace Tajriba.Client.Tests;

/// <summary>A clock whose waits end at once and are noted, but for those of one length, which never end.</summary>
internal sealed class RecordingClock(TimeSpan never) : TimeProvider
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private long passed;

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override DateTimeOffset GetUtcNow() => Begin.AddTicks(Interlocked.Read(ref passed));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(RecordingClock clock, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan && dueTime != clock.Never)
            {
                clock.Waits.Enqueue(dueTime);
                Interlocked.Add(ref clock.passed, dueTime.Ticks);
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private TimeSpan Never => never;
}
