namespace Tajriba.Experience.Feedback.Problems;

/// <summary>Why something cannot be done to a problem.</summary>
public enum ProblemFault
{
    /// <summary>It is in another state.</summary>
    NotNow,

    /// <summary>Before a fix it has to be said by which indicator it will be seen.</summary>
    NeedsMeasure,

    /// <summary>A fix, a note or a reason without text.</summary>
    NeedsText,

    /// <summary>A fix of the future.</summary>
    NotYetFixed,

    /// <summary>Somebody else did something meanwhile.</summary>
    Meanwhile,
}
