using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>One thing that a source sent lately.</summary>
/// <param name="Name">The event's name; empty where it was refused.</param>
/// <param name="Who">The first of its objects as the source names it; empty where it was refused.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
/// <param name="IsAhead">Whether it says that it happened well after it arrived: a clock is wrong, or a time was meant otherwise.</param>
public sealed record TailItem(string Name, string Who, DateTimeOffset ReceivedAt, string? Refusal, bool IsAhead = false)
{
    /// <summary>Microseconds that an event may lie after its receipt before it is said to come from the future.</summary>
    private const long Leeway = 300_000_000;

    /// <summary>Whether an event at a time (microseconds since 1970) that arrived then comes from the future.</summary>
    internal static bool LiesAhead(long time, DateTimeOffset receivedAt) => time > Microseconds.Of(receivedAt) + Leeway;
}
