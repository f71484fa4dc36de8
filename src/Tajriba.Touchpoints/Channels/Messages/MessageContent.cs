namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>What a message says, with everything put in.</summary>
/// <param name="Subject">Of an e-mail; empty elsewhere.</param>
/// <param name="Plain">Plain text.</param>
/// <param name="Html">HTML, or null.</param>
/// <param name="Unsubscribe">Full address that ends the topic with one click; null where there is nothing to end.</param>
public sealed record MessageContent(string Subject, string Plain, string? Html, string? Unsubscribe);
