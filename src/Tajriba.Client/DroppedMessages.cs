namespace Tajriba.Client;

/// <summary>Messages that will not be delivered.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="Detail">What the server said, or null.</param>
/// <param name="Messages">Each as JSON in UTF-8; empty where they were on disk only.</param>
public sealed record DroppedMessages(DropReason Reason, int Count, string? Detail, IReadOnlyList<ReadOnlyMemory<byte>> Messages);
