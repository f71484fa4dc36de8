namespace Tajriba.Organization.Governance.Initiatives;

/// <summary>How far an initiative is.</summary>
public enum InitiativeState
{
    Proposed,
    Running,
    Done,
    Stopped,
}
