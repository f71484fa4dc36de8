namespace Tajriba.Touchpoints.Channels.Messages.Attention;

/// <summary>What is known of a person.</summary>
/// <param name="Traits">By path (<c>segment</c>, <c>address.city</c>): texts as they are, anything else as JSON.</param>
/// <param name="TimeZone">IANA name, one that exists; null where nobody told.</param>
/// <param name="Language">Code of two or three letters in lower case; null where nobody told.</param>
public sealed record KnownTraits(IReadOnlyDictionary<string, string> Traits, string? TimeZone, string? Language)
{
    public static KnownTraits None { get; } = new(new Dictionary<string, string>(), null, null);
}
