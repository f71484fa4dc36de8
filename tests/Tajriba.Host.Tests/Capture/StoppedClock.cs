namespace Tajriba.Host.Tests.Capture;

/// <summary>Elapsed time passes only when told; the date and timers go on as usual.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public void Advance(TimeSpan span) => Interlocked.Add(ref ticks, span.Ticks);
}
