using System.Data.Common;
using System.Globalization;
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
        foreach (var id in await WithGrantsAsync(path, cancellationToken))
        {
            if (await grants.FindAsync(id, cancellationToken) is { Person.IsActive: true } person && person.NearestOf(permission.Id, path) is { } depth)
            {
                holders.Add((depth, new(new(person, tree), depth < 0 ? null : path[depth])));
            }
        }

        return [.. holders.OrderByDescending(h => h.Depth).ThenBy(h => h.Holder.Person.Id).Select(h => h.Holder)];
    }

    /// <summary>Those with any role everywhere or on a path of units: what the others may do is not even read.</summary>
    private async Task<List<long>> WithGrantsAsync(IReadOnlyList<string> path, CancellationToken cancellationToken)
    {
        (string Name, object? Code)[] codes = [.. path.Select((code, n) => (string.Create(CultureInfo.InvariantCulture, $"u{n}"), (object?)code))];
        string here = codes.Length == 0 ? "" : $" OR u.code IN ({string.Join(", ", codes.Select(c => "@" + c.Name))})";
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            $"""
            SELECT p.id FROM access_persons p
            WHERE p.is_active = 1 AND EXISTS (
                SELECT 1 FROM access_grants g LEFT JOIN access_units u ON u.id = g.unit_id WHERE g.person_id = p.id AND (g.unit_id IS NULL{here}))
            ORDER BY p.id
            """,
            codes).ListAsync(row => row.GetInt64(0), cancellationToken);
    }
}
