namespace Tajriba.ProcessMining;

/// <summary>Why a journey's instance ended.</summary>
public enum JourneyEnd : byte
{
    /// <summary>It has not: the source's events run out.</summary>
    Open = 0,

    /// <summary>By a closing activity.</summary>
    Closed = 1,

    /// <summary>By the time-out before the next event.</summary>
    TimedOut = 2,

    /// <summary>By the opening of the next instance.</summary>
    Reopened = 3,
}
