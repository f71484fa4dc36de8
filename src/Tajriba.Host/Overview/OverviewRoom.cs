using Microsoft.AspNetCore.Http.HttpResults;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Host.Overview;

/// <summary>The home page: what changed, where it hurts, how fresh the data is, what waits for the reader.</summary>
public sealed class OverviewRoom : Room
{
    public const string ViewPermission = "overview.view";

    public static Permission View { get; } = new(ViewPermission);

    public override string Name => "overview";

    public override Layer Layer => Layer.House;

    public override IReadOnlyList<Permission> Permissions => [View];

    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddHostedService<OverviewWarmth>();

    /// <summary>The part of the page that keeps itself current, by itself.</summary>
    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapGet("/pulse", IResult () => new RazorComponentResult<OverviewPulse>())
        .RequirePermission(View).WithName("GetPulse").ExcludeFromDescription();

    public override IReadOnlyList<NavigationEntry> Navigation => [new("", typeof(OverviewPage), "Title", "home", View, 0)];
}
