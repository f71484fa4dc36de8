namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>What somebody wanted by telling it. Events name it in small letters.</summary>
public enum FeedbackKind
{
    Complaint,
    Suggestion,
    Praise,
    Question,
    Review,

    /// <summary>Words beside the answers to a survey.</summary>
    Comment,

    /// <summary>What was said on the telephone, as noted down.</summary>
    Call,
}
