namespace Tajriba.Organization.Governance.Meetings;

/// <summary>How far a meeting is.</summary>
public enum MeetingState
{
    Planned,
    Held,
    Cancelled,
}
