namespace Tajriba.Kernel.Access;

/// <summary>What can be done with people, units, roles and the audit trail.</summary>
public static class AccessPermissions
{
    public static readonly Permission ViewPeople = new("people.view");
    public static readonly Permission ManagePeople = new("people.manage");
    public static readonly Permission ViewUnits = new("units.view");
    public static readonly Permission ManageUnits = new("units.manage");
    public static readonly Permission ViewRoles = new("roles.view");
    public static readonly Permission ManageRoles = new("roles.manage");
    public static readonly Permission ViewAudit = new("audit.view");

    public static IReadOnlyList<Permission> All { get; } =
        [ViewPeople, ManagePeople, ViewUnits, ManageUnits, ViewRoles, ManageRoles, ViewAudit];
}
