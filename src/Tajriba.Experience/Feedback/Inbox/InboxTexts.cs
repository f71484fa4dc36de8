namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>The texts of the inbox's pages.</summary>
public sealed class InboxTexts;
