namespace Tajriba.Kernel.Access;

/// <summary>A role over a unit and everything below it.</summary>
/// <param name="Role">The role's code.</param>
/// <param name="UnitCode">The unit's code, or null for everything.</param>
public readonly record struct RoleGrant(string Role, string? UnitCode = null);
