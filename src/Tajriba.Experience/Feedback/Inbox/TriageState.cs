namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>How far a person has looked at it.</summary>
public enum TriageState
{
    New,

    /// <summary>Read, and nothing more to do.</summary>
    Done,

    /// <summary>No customer's words.</summary>
    Spam,
}
