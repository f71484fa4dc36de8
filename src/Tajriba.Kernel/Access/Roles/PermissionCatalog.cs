using Tajriba.Kernel.Rooms;

namespace Tajriba.Kernel.Access;

/// <summary>Every permission that the rooms of this house declare, and which of them a role's pattern covers.</summary>
public sealed class PermissionCatalog
{
    private readonly HashSet<string> ids;
    private readonly HashSet<string> guarded;

    public PermissionCatalog(IEnumerable<Room> rooms)
    {
        var declared = rooms.SelectMany(room => room.Permissions.Select(permission => (room.Layer, permission.Id))).ToList();
        ids = declared.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        guarded = declared
            .Where(item => item.Layer == Layer.House && !item.Id.EndsWith(".view", StringComparison.Ordinal))
            .Select(item => item.Id)
            .Concat(AccessPermissions.All.Select(permission => permission.Id))
            .ToHashSet(StringComparer.Ordinal);
        All = [.. ids.Order(StringComparer.Ordinal)];
    }

    /// <summary>Ids in ordinal order.</summary>
    public IReadOnlyList<string> All { get; }

    public bool Knows(string permission) => ids.Contains(permission);

    /// <summary>
    /// Whether a pattern covers a permission. <c>*</c> covers everything; <c>*.view</c>, <c>journeys.*</c> and <c>*.*</c>
    /// leave out what administers the house itself, which a role must name.
    /// </summary>
    public bool Covers(string pattern, string permission)
    {
        if (pattern == "*" || pattern == permission)
        {
            return true;
        }

        return pattern.Contains('*')
            && Knows(permission)
            && !guarded.Contains(permission)
            && pattern.Split('.') is [var room, var verb]
            && permission.Split('.') is [var ownRoom, var ownVerb]
            && (room == "*" || room == ownRoom)
            && (verb == "*" || verb == ownVerb);
    }
}
