using Tajriba.Host.SignIn;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Ui;

namespace Tajriba.Host.People;

/// <summary>The pages over the kernel's access room: signing in, oneself, people, units, roles, the audit trail.</summary>
public sealed class PeopleRoom : Room
{
    public override string Name => "people";

    public override Layer Layer => Layer.House;

    public override IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new("people", typeof(PeopleTexts), "People", "users", AccessPermissions.ViewPeople, 110),
        new("units", typeof(PeopleTexts), "Units", "hierarchy", AccessPermissions.ViewUnits, 120),
        new("roles", typeof(PeopleTexts), "Roles", "shield-lock", AccessPermissions.ViewRoles, 130),
        new("audit", typeof(PeopleTexts), "Audit", "history", AccessPermissions.ViewAudit, 140),
    ];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IPreferenceKeeper, PreferenceKeeper>();
        services.AddScoped<AccessNames>();
        services.AddScoped<IWaitingSource, PasswordWaiting>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapSignOut();
        routes.MapAuditExport();
    }
}
