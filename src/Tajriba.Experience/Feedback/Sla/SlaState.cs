namespace Tajriba.Experience.Feedback.Sla;

/// <summary>How a clock stands. Whether it was broken is told beside it: a broken one may still run.</summary>
public enum SlaState
{
    Running,

    /// <summary>Waits for the customer or a third party.</summary>
    Paused,

    /// <summary>What was promised has been done, in time or late.</summary>
    Done,
}
