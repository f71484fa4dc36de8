namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Why a case waits for somebody.</summary>
public enum NoticeReason
{
    /// <summary>It was given to them.</summary>
    Assigned,

    /// <summary>A note names them.</summary>
    Mentioned,

    /// <summary>Time runs out.</summary>
    Escalated,

    /// <summary>The customer wrote back.</summary>
    Replied,
}
