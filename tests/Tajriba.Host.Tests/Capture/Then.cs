namespace Tajriba.Host.Tests.Capture;

/// <summary>A clock that always says the same.</summary>
internal sealed class Then(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
