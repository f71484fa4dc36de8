namespace Tajriba.Host.Tests.Capture;

/// <summary>A clock that stands still until it is moved by hand; what waits by it goes on when its time has come.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves it on; alarms on the way go off at their times.</summary>
    public void Advance(TimeSpan span)
    {
        DateTimeOffset end = GetUtcNow() + span;
        while (Next(end) is { } alarm)
        {
            alarm.Ring();
        }
    }

    private Alarm? Next(DateTimeOffset end)
    {
        lock (gate)
        {
            Alarm? next = alarms.Where(a => a.Due <= end).MinBy(a => a.Due);
            now = next is null ? end : next.Due > now ? next.Due : now;
            next?.Wind(now);
            return next;
        }
    }

    private sealed class Alarm(HandClock clock, Action ring) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset Due { get; private set; }

        public void Ring() => ring();

        /// <summary>Sets it for the next time, or takes it off where there is none.</summary>
        public void Wind(DateTimeOffset now)
        {
            Due = now + period;
            if (period <= TimeSpan.Zero)
            {
                clock.alarms.Remove(this);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
                this.period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock.now + dueTime;
                    clock.alarms.Add(this);
                }
            }

            // Due at once: a clock that stands still would never come to it.
            if (dueTime == TimeSpan.Zero)
            {
                ThreadPool.QueueUserWorkItem(_ => clock.Advance(TimeSpan.Zero));
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
