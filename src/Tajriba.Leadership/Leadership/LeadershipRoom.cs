using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Leadership.Leadership.Commitments;
using Tajriba.Leadership.Leadership.Leaders;
using Tajriba.Leadership.Leadership.Portfolio;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Leadership.Leadership.Time;
using Tajriba.Leadership.Leadership.Wins;

namespace Tajriba.Leadership.Leadership;

/// <summary>What leaders promise and keep, the time that they spend with customers, and where their money does most for them.</summary>
public sealed class LeadershipRoom : Room
{
    public override string Name => "leadership";

    public override Layer Layer => Layer.Leadership;

    public override string SchemaPrefix => "Tajriba.Leadership.Leadership.Storage";

    public override IReadOnlyList<Permission> Permissions => [LeadershipPermissions.View, LeadershipPermissions.Manage];

    public override IReadOnlyList<NavigationEntry> Navigation =>
        [new("leadership", typeof(LeadershipTexts), "Leadership", "flag", LeadershipPermissions.View, 20)];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<LeadershipBook>();
        services.AddScoped<LeadershipReader>();
        services.AddScoped<ScorecardReader>();
        services.AddScoped<IWaitingSource, CommitmentWaiting>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/leadership").RequirePermission(LeadershipPermissions.Manage).ExcludeFromDescription();
        group.MapLeaders();
        group.MapPortfolio();
        group.MapWins();

        // Leaders write down what is their own with the permission to look.
        RouteGroupBuilder leaders = routes.MapGroup("/leadership").RequirePermission(LeadershipPermissions.View).ExcludeFromDescription();
        leaders.MapUndo();
        leaders.MapCommitments();
        leaders.MapTime();
        routes.MapLeadershipApi();
    }
}
