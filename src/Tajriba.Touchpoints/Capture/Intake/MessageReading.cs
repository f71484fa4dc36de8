namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>What was sent, its items told apart.</summary>
/// <param name="call">By which call each item can be told again by itself.</param>
/// <param name="items">The items.</param>
/// <param name="isMany">Whether it may hold several: then a bad item is kept aside and the rest goes in.</param>
internal sealed class MessageReading(string call, IReadOnlyList<MessageItem> items, bool isMany)
{
    public string Call => call;

    public IReadOnlyList<MessageItem> Items => items;

    public bool IsMany => isMany;

    /// <summary>The key inside the text, or null.</summary>
    public string? WriteKey { get; init; }

    /// <summary>A text that is one item, or stands for the whole where nothing could be told apart.</summary>
    public static MessageReading Of(string call, ReadOnlyMemory<byte> text, MessageFault? fault = null) => new(call, [new MessageItem { Raw = text, Fault = fault }], false);
}
