namespace Tajriba.Experience.Surveys.Invite;

/// <summary>The steps of an invitation, each beyond the one before it.</summary>
public enum FunnelStep
{
    Planned,
    Sent,
    Opened,
    Answered,
}
