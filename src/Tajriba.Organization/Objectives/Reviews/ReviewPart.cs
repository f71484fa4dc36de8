namespace Tajriba.Organization.Objectives.Reviews;

/// <summary>Why an objective stands on the agenda of a review, in the order of the meeting.</summary>
public enum ReviewPart
{
    /// <summary>It is off track or at risk.</summary>
    Trouble,

    /// <summary>It has moved by a tenth of the way since the review before.</summary>
    Moved,

    /// <summary>Nothing is known of it, or nobody has said anything for long.</summary>
    Silent,

    /// <summary>It was reached: to be celebrated.</summary>
    Reached,
}
