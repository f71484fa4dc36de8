namespace Tajriba.Touchpoints.Channels.Messages.Api;

/// <summary>One thing that became of a message.</summary>
internal sealed record MessageHappening(DateTimeOffset Time, string What, string? Reason);
