namespace Tajriba.Touchpoints.Channels.Messages.Look;

/// <summary>Texts of the pages of messages.</summary>
public sealed class MessageTexts;
