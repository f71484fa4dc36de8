namespace Tajriba.Experience.Feedback.Understand;

/// <summary>Why it is as urgent as it is.</summary>
public enum UrgencyReason
{
    /// <summary>Nothing speaks for hurry.</summary>
    None,

    /// <summary>It says a word of danger, law or the press.</summary>
    Alarm,

    /// <summary>The lowest rating there is.</summary>
    LowestRating,

    /// <summary>A complaint in clearly negative words.</summary>
    AngryComplaint,

    /// <summary>A complaint.</summary>
    Complaint,

    /// <summary>A question waits for an answer.</summary>
    Question,

    /// <summary>A low rating.</summary>
    LowRating,

    /// <summary>Negative words.</summary>
    Negative,
}
