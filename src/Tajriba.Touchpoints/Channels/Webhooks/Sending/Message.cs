namespace Tajriba.Touchpoints.Channels.Webhooks.Sending;

/// <summary>One attempt's request.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Id">The <c>webhook-id</c>.</param>
/// <param name="Timestamp">When this attempt is made.</param>
/// <param name="Signatures">The <c>webhook-signature</c>: one signature, or two with a space between them.</param>
/// <param name="Body">The bytes that were signed.</param>
public sealed record Message(Uri Url, string Id, DateTimeOffset Timestamp, string Signatures, byte[] Body);
