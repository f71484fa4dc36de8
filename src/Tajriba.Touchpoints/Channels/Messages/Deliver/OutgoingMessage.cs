namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>What a gateway gets.</summary>
/// <param name="Id">Our number of it.</param>
/// <param name="Key">Names it for ever, on every try the same; letters, digits and dashes.</param>
/// <param name="Address">Where to.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Content">What it says.</param>
/// <param name="Made">When it was asked for; its date on every try.</param>
internal sealed record OutgoingMessage(long Id, string Key, string Address, string Language, MessageContent Content, DateTimeOffset Made);
