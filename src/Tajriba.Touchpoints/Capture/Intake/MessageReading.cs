namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>What was read in a text.</summary>
/// <param name="Items">Each of its items; one that stands for the whole where nothing could be told apart.</param>
/// <param name="IsMany">Whether it was an array: then a bad item is kept aside and the rest goes in.</param>
internal sealed record MessageReading(IReadOnlyList<MessageItem> Items, bool IsMany);
