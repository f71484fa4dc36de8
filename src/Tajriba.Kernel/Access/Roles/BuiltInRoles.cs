namespace Tajriba.Kernel.Access;

/// <summary>Codes of the roles that ship with the house; their permissions stand in the schema's first step.</summary>
public static class BuiltInRoles
{
    public const string Administrator = "administrator";
    public const string Executive = "executive";
    public const string Analyst = "analyst";
    public const string Manager = "manager";
    public const string Agent = "agent";

    public static IReadOnlyList<string> All { get; } = [Administrator, Executive, Analyst, Manager, Agent];
}
