namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>One thing that a source sent lately.</summary>
/// <param name="Name">The event's name; empty where it was refused.</param>
/// <param name="Who">The first of its objects as the source names it; empty where it was refused.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Refusal">Why it was refused, or null.</param>
public sealed record TailItem(string Name, string Who, DateTimeOffset ReceivedAt, string? Refusal);
