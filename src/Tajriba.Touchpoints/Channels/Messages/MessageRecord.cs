namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>A message on record.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Customer">The log's number of the customer; null where the log has not met them.</param>
/// <param name="CustomerId">The customer's id.</param>
/// <param name="Purpose">See <see cref="MessageRequest"/>, like the next ones.</param>
/// <param name="Topic">Topic.</param>
/// <param name="Programme">Programme.</param>
/// <param name="Channel">Channel; null where none was possible.</param>
/// <param name="GatewayId">By which gateway.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Address">Where to.</param>
/// <param name="Content">What it says; null once a gateway to the outside took it.</param>
/// <param name="Link">The path that it leads to.</param>
/// <param name="Counts">Whether attention is spent.</param>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why it was suppressed.</param>
/// <param name="Made">When it was asked for.</param>
/// <param name="Due">When it goes out.</param>
/// <param name="NotAfter">When it is of no use any more.</param>
/// <param name="Sent">When it went out.</param>
/// <param name="Tries">Tries so far.</param>
/// <param name="Error">Why the last one failed.</param>
/// <param name="RemoteId">The gateway's own id of it.</param>
/// <param name="Delivered">What the gateway reported later.</param>
/// <param name="PersonId">Who works here and gets it; null where a customer does.</param>
public sealed record MessageRecord(
    long Id, long? Customer, string CustomerId, string Purpose, string Topic, string? Programme, string? Channel, long? GatewayId, string? Language, string? Address,
    MessageContent? Content, string? Link, bool Counts, MessageState State, string? Reason, DateTimeOffset Made, DateTimeOffset Due, DateTimeOffset? NotAfter,
    DateTimeOffset? Sent, int Tries, string? Error, string? RemoteId, string? Delivered, long? PersonId = null);
