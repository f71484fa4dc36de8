namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>
/// A message in one language. <c>{link}</c>, <c>{unsubscribe}</c> and the request's own values are put in; in
/// <see cref="Html"/> they are encoded.
/// </summary>
/// <param name="Language"><c>en</c>, <c>fa</c>, <c>ar</c>.</param>
/// <param name="Subject">Of an e-mail.</param>
/// <param name="Plain">Plain text, of an e-mail.</param>
/// <param name="Html">The same as HTML, or null.</param>
/// <param name="Short">For SMS and messengers; the plain text where null.</param>
public sealed record MessageText(string Language, string Subject, string Plain, string? Html = null, string? Short = null);
