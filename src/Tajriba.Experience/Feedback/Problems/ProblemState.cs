namespace Tajriba.Experience.Feedback.Problems;

/// <summary>Where a problem stands.</summary>
public enum ProblemState
{
    /// <summary>Cases with one cause came often enough; nobody has said yet that it is a problem.</summary>
    Proposed,

    /// <summary>Somebody has to mend it.</summary>
    Open,

    /// <summary>Mended, as somebody says; the indicator's chart has not decided yet.</summary>
    Fixed,

    /// <summary>The chart shows that it is better since.</summary>
    Verified,

    /// <summary>It is none.</summary>
    Dismissed,
}
