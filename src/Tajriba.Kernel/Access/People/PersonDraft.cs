namespace Tajriba.Kernel.Access;

/// <summary>What somebody enters about a person.</summary>
/// <param name="UserName">1-100 characters: ASCII letters, digits, <c>@ . - _ +</c>.</param>
/// <param name="DisplayName">1-200 characters.</param>
/// <param name="UnitCodes">Units to which the person belongs.</param>
/// <param name="Grants">Roles and where they hold.</param>
public sealed record PersonDraft(string UserName, string DisplayName, IReadOnlyList<string> UnitCodes, IReadOnlyList<RoleGrant> Grants);
