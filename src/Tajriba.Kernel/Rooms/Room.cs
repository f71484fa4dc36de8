using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;

namespace Tajriba.Kernel.Rooms;

/// <summary>
/// One component of the model as software. The host knows a room by this type alone: its services, endpoints,
/// navigation, schema steps and permissions. Pages are found in the room's assembly.
/// </summary>
public abstract class Room
{
    /// <summary>The room's name: its folder, the prefix of its tables, schema steps and permissions. Lower case, a-z.</summary>
    public abstract string Name { get; }

    public abstract Layer Layer { get; }

    public Assembly Assembly => GetType().Assembly;

    /// <summary>
    /// Folder of the room's numbered SQL steps as a resource prefix (<c>Namespace.Storage</c>), or null where the room
    /// keeps no tables. Below it stand <c>Sqlite/0001_name.sql</c> and <c>Postgres/0001_name.sql</c>.
    /// </summary>
    public virtual string? SchemaPrefix => null;

    public virtual IReadOnlyList<Permission> Permissions => [];

    public virtual IReadOnlyList<NavigationEntry> Navigation => [];

    public virtual void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public virtual void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
