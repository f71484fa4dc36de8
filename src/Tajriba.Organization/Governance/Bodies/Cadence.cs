namespace Tajriba.Organization.Governance.Bodies;

/// <summary>How often a body meets.</summary>
public enum Cadence
{
    Weekly,
    Fortnightly,
    Monthly,
    Quarterly,
    WhenNeeded,
}
