namespace Tajriba.Experience.Surveys.Invite;

/// <summary>How far an invitation came.</summary>
public enum InvitationState
{
    /// <summary>Its time has not come.</summary>
    Planned,

    /// <summary>The message waits.</summary>
    Queued,

    /// <summary>The message went out.</summary>
    Sent,

    /// <summary>The survey was opened.</summary>
    Opened,

    /// <summary>The survey was answered.</summary>
    Answered,

    /// <summary>It did not go out, for a reason.</summary>
    Suppressed,

    /// <summary>Nobody answered in time.</summary>
    Expired,
}
