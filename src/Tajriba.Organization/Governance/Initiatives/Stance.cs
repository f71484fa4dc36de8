namespace Tajriba.Organization.Governance.Initiatives;

/// <summary>Where somebody stands towards a change.</summary>
public enum Stance
{
    Against,
    Doubts,
    Neutral,
    Supports,
    Leads,
}
