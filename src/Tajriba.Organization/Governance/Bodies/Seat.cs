namespace Tajriba.Organization.Governance.Bodies;

/// <summary>A person's part in a body.</summary>
public enum Seat
{
    Chair,
    Secretary,
    Member,
}
