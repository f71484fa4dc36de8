using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <inheritdoc />
internal sealed class ActingPersons(IDatabase database, GrantReader grants, UnitSnapshots units) : IActingPersons
{
    public async Task<ActingPerson?> FindAsync(long id, CancellationToken cancellationToken = default)
        => await grants.FindAsync(id, cancellationToken) is { Person.IsActive: true } found ? new(found, units.Tree) : null;

    public async Task<IReadOnlyList<PermissionHolder>> HoldersAsync(Permission permission, string? unit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(permission);
        var tree = units.Tree;
        string[] path = tree.Find(unit) is { } found ? [.. tree.PathOf(found).Select(u => u.Code)] : [];
        var holders = new List<(int Depth, PermissionHolder Holder)>();
        foreach (var id in await WithGrantsAsync(cancellationToken))
        {
            if (await grants.FindAsync(id, cancellationToken) is { Person.IsActive: true } person && person.NearestOf(permission.Id, path) is { } depth)
            {
                holders.Add((depth, new(new(person, tree), depth < 0 ? null : path[depth])));
            }
        }

        return [.. holders.OrderByDescending(h => h.Depth).ThenBy(h => h.Holder.Person.Id).Select(h => h.Holder)];
    }

    private async Task<List<long>> WithGrantsAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT p.id FROM access_persons p WHERE p.is_active = 1 AND EXISTS (SELECT 1 FROM access_grants g WHERE g.person_id = p.id) ORDER BY p.id")
            .ListAsync(row => row.GetInt64(0), cancellationToken);
    }
}
