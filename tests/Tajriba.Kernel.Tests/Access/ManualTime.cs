namespace Tajriba.Kernel.Tests.Access;

/// <summary>A clock that moves when told.</summary>
public sealed class ManualTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan span) => now += span;
}
