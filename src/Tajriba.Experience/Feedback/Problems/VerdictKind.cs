namespace Tajriba.Experience.Feedback.Problems;

/// <summary>What a control chart says of a fix.</summary>
public enum VerdictKind
{
    /// <summary>A signal in the good direction came after it, and none in the bad one since.</summary>
    Confirmed,

    /// <summary>Too few periods have gone by since.</summary>
    NotYet,

    /// <summary>A signal in the bad direction came after it, or none at all for long enough.</summary>
    Refuted,

    /// <summary>There are too few periods before it, or they never vary: this indicator cannot tell.</summary>
    CannotTell,
}
