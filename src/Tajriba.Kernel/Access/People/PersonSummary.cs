namespace Tajriba.Kernel.Access;

/// <summary>A person as lists and pages show one.</summary>
/// <param name="Id">The house's number.</param>
/// <param name="UserName">What the person types to sign in.</param>
/// <param name="DisplayName">How the person is called.</param>
/// <param name="IsActive">False where the person may no longer sign in.</param>
/// <param name="HasPassword">False until one was set.</param>
/// <param name="UnitCodes">The units to which the person belongs.</param>
/// <param name="Grants">The person's roles and where they hold.</param>
public sealed record PersonSummary(
    long Id,
    string UserName,
    string DisplayName,
    bool IsActive,
    bool HasPassword,
    IReadOnlyList<string> UnitCodes,
    IReadOnlyList<RoleGrant> Grants);
