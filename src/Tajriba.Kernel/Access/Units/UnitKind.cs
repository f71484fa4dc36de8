namespace Tajriba.Kernel.Access;

/// <summary>What a unit is in the organization, outermost first.</summary>
public enum UnitKind
{
    Organization,
    Region,
    Branch,
    Team,
}
