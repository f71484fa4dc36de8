namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>How many messages of a programme (empty: of none) and purpose stand like this.</summary>
public sealed record MessageCount(string Programme, string Purpose, MessageState State, string Reason, long Count);
