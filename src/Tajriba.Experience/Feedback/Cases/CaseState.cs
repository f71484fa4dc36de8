namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Where a case stands.</summary>
public enum CaseState
{
    /// <summary>Nobody has it yet.</summary>
    New,

    /// <summary>Somebody works on it.</summary>
    Open,

    /// <summary>The customer or a third party must do something first; the clocks stand.</summary>
    Waiting,

    /// <summary>Cause and action are written down and the customer was told; the customer may still object.</summary>
    Resolved,

    /// <summary>Done for good, unless it comes up again.</summary>
    Closed,

    /// <summary>It went into another case, which goes on for both.</summary>
    Merged,
}
