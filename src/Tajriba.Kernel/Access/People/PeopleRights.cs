using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>Who may do what to whom: nobody sees beyond their units or hands out more than they hold.</summary>
internal sealed class PeopleRights(CurrentPerson current, GrantReader grants, UnitSnapshots units)
{
    /// <summary>True where the house itself acts.</summary>
    public bool IsHouse => current.IsHouse;

    /// <summary>Throws unless a person acts on themselves.</summary>
    public void DemandSelf(long personId)
    {
        if (!IsHouse && (!current.IsSignedIn || current.Id != personId))
        {
            throw new RefusedException(AccessRefusal.Unknown);
        }
    }

    public UnitScope View => IsHouse ? UnitScope.Everything : current.ScopeOf(AccessPermissions.ViewPeople);

    public UnitScope Manage => IsHouse ? UnitScope.Everything : current.ScopeOf(AccessPermissions.ManagePeople);

    public static bool IsInside(UnitScope scope, IReadOnlyList<string> unitCodes) => scope.IsEverything || unitCodes.Any(scope.Contains);

    /// <summary>
    /// Throws unless the person at hand may change this one: inside their units, and not holding more than they do, since
    /// whoever hands over a sign-in link could use it.
    /// </summary>
    public async Task DemandAsync(long personId, CancellationToken cancellationToken)
    {
        var target = await grants.FindAsync(personId, cancellationToken);
        if (target is null || !IsInside(View, target.UnitCodes) || !IsInside(Manage, target.UnitCodes))
        {
            throw new RefusedException(AccessRefusal.Unknown);
        }

        if (!IsHouse && current.Grants?.Includes(target, units.Tree) != true)
        {
            throw new RefusedException(AccessRefusal.BeyondOwnRights);
        }
    }

    /// <summary>Ids of the draft's units; throws on one that is not there or not the person's to give.</summary>
    public IReadOnlyList<long> Units(IReadOnlyList<string> codes)
        => codes.Distinct(StringComparer.Ordinal)
            .Select(code => (Manage.Contains(code) ? units.Tree.Find(code) : null)?.Id ?? throw new RefusedException(AccessRefusal.UnitUnknown))
            .ToList();

    /// <summary>Ids behind grants; throws on a role or unit that is not there, or beyond the person's own rights.</summary>
    public async Task<IReadOnlyList<(long Role, long? Unit)>> GrantsAsync(
        DbTransaction transaction, IReadOnlyList<RoleGrant> wanted, CancellationToken cancellationToken)
    {
        var ids = new List<(long, long?)>();
        foreach (var grant in wanted.Distinct())
        {
            var lines = await transaction.Command(
                "SELECT r.id, p.permission FROM access_roles r LEFT JOIN access_role_permissions p ON p.role_id = r.id WHERE r.code = @code",
                ("code", grant.Role)).ListAsync(row => (Role: row.GetInt64(0), Permission: row.Text(1)), cancellationToken);
            if (lines.Count == 0)
            {
                throw new RefusedException(AccessRefusal.RoleUnknown);
            }

            var unit = grant.UnitCode is null ? null : units.Tree.Find(grant.UnitCode);
            if (grant.UnitCode is not null && (unit is null || !Manage.Contains(grant.UnitCode)))
            {
                throw new RefusedException(AccessRefusal.UnitUnknown);
            }

            var patterns = lines.Select(line => line.Permission).OfType<string>().ToList();
            if (!IsHouse && (!Manage.Contains(grant.UnitCode) || current.Grants?.Includes(patterns, grant.UnitCode, units.Tree) != true))
            {
                throw new RefusedException(AccessRefusal.BeyondOwnRights);
            }

            ids.Add((lines[0].Role, unit?.Id));
        }

        return ids;
    }
}
