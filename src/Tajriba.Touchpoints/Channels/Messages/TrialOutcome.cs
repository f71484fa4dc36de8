namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>What became of a message to oneself.</summary>
/// <param name="IsTaken">The gateway took it.</param>
/// <param name="Error">Why not: <c>address</c>, <c>no-gateway</c>, or the gateway's own words.</param>
public sealed record TrialOutcome(bool IsTaken, string? Error);
