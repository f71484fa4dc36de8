namespace Tajriba.Host.Tests.Capture.Cases;

/// <summary>The system's clock, set forward or back by hand; its timers run on as timers do.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long shift;

    public TimeSpan Shift
    {
        get => new(Interlocked.Read(ref shift));
        set => Interlocked.Exchange(ref shift, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
