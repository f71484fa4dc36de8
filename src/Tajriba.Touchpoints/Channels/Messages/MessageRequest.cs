namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>A message that a room wants a customer to get.</summary>
public sealed record MessageRequest
{
    /// <summary>The customer's id as the log has it; the person behind it counts.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Who works here and gets it instead of a customer, by e-mail alone, without a topic; <see cref="CustomerId"/> is empty then.</summary>
    public MessagePerson? Person { get; init; }

    /// <summary>What kind of message it is: <c>survey</c>, <c>case</c> …</summary>
    public required string Purpose { get; init; }

    /// <summary>What the person may unsubscribe from; empty for what must be said whatever they want.</summary>
    public required string Topic { get; init; }

    /// <summary>Channels, the best first; the first that has a gateway and an address is taken.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>At least one language.</summary>
    public required IReadOnlyList<MessageText> Texts { get; init; }

    /// <summary>Names the message for ever: asked again, the first outcome is given. At most 200 characters.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The programme that it belongs to, for counting.</summary>
    public string? Programme { get; init; }

    /// <summary>The person's language; the first of the texts where null or missing among them.</summary>
    public string? Language { get; init; }

    /// <summary>IANA name of the person's zone, for quiet hours; the organization's where null or unknown.</summary>
    public string? TimeZone { get; init; }

    /// <summary>A path of ours (<c>/s/…</c>); stands in the text as <c>{link}</c>.</summary>
    public string? Link { get; init; }

    /// <summary>More that is put into the texts, by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>After this it is of no use any more.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Whether it is judged by the rules of attention, and counts for later ones.</summary>
    public bool CountsAgainstAttention { get; init; } = true;

    /// <summary>An e-mail to somebody who works here.</summary>
    /// <param name="person">Who, and where it goes.</param>
    /// <param name="purpose">What kind of message it is.</param>
    /// <param name="text">What it says, in their language.</param>
    /// <param name="key">Names the message for ever.</param>
    /// <param name="notAfter">After this it is of no use any more.</param>
    public static MessageRequest ToPerson(MessagePerson person, string purpose, MessageText text, string key, DateTimeOffset notAfter) => new()
    {
        CustomerId = "",
        Person = person,
        Purpose = purpose,
        Topic = "",
        Channels = [MessageChannels.Email],
        Texts = [text],
        IdempotencyKey = key,
        NotAfter = notAfter,
        CountsAgainstAttention = false,
    };
}
