namespace Tajriba.Organization.Objectives.Records;

/// <summary>Whose objective it is, the widest first.</summary>
public enum ObjectiveLevel
{
    Organization,
    Department,
    Team,
    Person,
}
