using Tajriba.Demo.Group;
using Tajriba.Kernel.Access;

namespace Tajriba.Demo.Building;

/// <summary>One person for each role, so that everybody's view of the house can be looked at, and the heads of three departments.</summary>
public static class DemoPeople
{
    public static IReadOnlyList<PersonDraft> All { get; } =
    [
        new("executive", "Shirin Farhadi", [DemoGroup.Root], [new RoleGrant(BuiltInRoles.Executive)]),
        new("analyst", "Kaveh Nouri", [DemoGroup.Root], [new RoleGrant(BuiltInRoles.Analyst)]),
        new("manager", "Leila Karimi", [DemoGroup.WorseBranch], [new RoleGrant(BuiltInRoles.Manager, DemoGroup.WorseBranch)]),
        new("agent", "Hassan Al-Saadi", ["care"], [new RoleGrant(BuiltInRoles.Agent, "care")]),
        new("finance-lead", "Omid Sadeghi", ["finance"], [new RoleGrant(BuiltInRoles.Manager, "finance")]),
        new("people-lead", "Narges Ebrahimi", ["people"], [new RoleGrant(BuiltInRoles.Manager, "people")]),
        new("care-lead", "Reza Moradi", ["care"], [new RoleGrant(BuiltInRoles.Manager, "care")]),
    ];

    internal static async Task AddAsync(IPeople people, CancellationToken cancellationToken)
    {
        var known = (await people.ListAsync(null, null, 500, cancellationToken)).Select(p => p.UserName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var person in All.Where(p => !known.Contains(p.UserName)))
        {
            await people.AddAsync(person, cancellationToken);
        }
    }
}
