namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Why something cannot be done to a case.</summary>
public enum CaseFault
{
    /// <summary>A case begins by being opened, once.</summary>
    NotOpened,
    AlreadyOpened,

    /// <summary>It lies before what was done last.</summary>
    BeforeTheLast,

    /// <summary>It went into another case.</summary>
    IsMerged,

    /// <summary>It is resolved or closed; reopen it first.</summary>
    IsDone,

    /// <summary>Only what is resolved can be closed, and only what is resolved or closed reopened.</summary>
    IsNotDone,

    /// <summary>It waits for nobody.</summary>
    IsNotWaiting,

    /// <summary>It waits already.</summary>
    IsWaiting,

    /// <summary>A cause and an action are needed.</summary>
    NeedsCause,
    NeedsAction,

    /// <summary>An answer, a note or a reason without text.</summary>
    NeedsText,

    /// <summary>The customer has heard nothing yet.</summary>
    NeedsAnswer,

    /// <summary>A case cannot go into itself.</summary>
    IntoItself,

    /// <summary>It is in no other case.</summary>
    IsNotMerged,

    /// <summary>Two customers are owed two answers: their cases do not merge.</summary>
    OtherCustomer,

    /// <summary>There is no such case to merge into, or it is done.</summary>
    NoSuchCase,

    /// <summary>Stars are 1 to 5.</summary>
    NeedsStars,

    /// <summary>Somebody else has done something since the case was looked at.</summary>
    Meanwhile,
}
