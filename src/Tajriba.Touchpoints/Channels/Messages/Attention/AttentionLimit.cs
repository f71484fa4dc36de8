namespace Tajriba.Touchpoints.Channels.Messages.Attention;

/// <summary>At most so many messages within any so many days (of 24 hours).</summary>
public sealed record AttentionLimit(int Most, int Days);
