using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Channels.Messages.Gateways;

namespace Tajriba.Touchpoints.Channels.Messages.Look;

/// <summary>What the pages of gateways post to.</summary>
internal static class GatewayEndpoints
{
    private const int LongestName = 200;

    public static void MapGateways(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/messages/gateways").RequirePermission(ChannelsPermissions.Gateways).ExcludeFromDescription().OverEveryUnit(ChannelsPermissions.Gateways);
        group.MapPost("/add", AddAsync).WithName("AddGateway");
        group.MapPost("/{id:long}/on", (long id, IFormCollection form, GatewayStore store, CancellationToken cancel) => ThenAsync(store.SwitchAsync(id, isOn: true, cancel), "on")).WithName("GatewayOn");
        group.MapPost("/{id:long}/off", (long id, IFormCollection form, GatewayStore store, CancellationToken cancel) => ThenAsync(store.SwitchAsync(id, isOn: false, cancel), "off")).WithName("GatewayOff");
        group.MapPost("/{id:long}/delete", async (long id, IFormCollection form, GatewayStore store, CancellationToken cancel) => await store.DeleteAsync(id, cancel)
            ? (IResult)TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/messages/gateways?done=deleted&id={id}"))
            : TypedResults.NotFound()).WithName("GatewayDelete");
        group.MapPost("/restore", async (IFormCollection form, GatewayStore store, CancellationToken cancel) =>
            long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out long id)
                ? await ThenAsync(store.RestoreAsync(id, cancel), "restored")
                : TypedResults.NotFound()).WithName("GatewayRestore");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, GatewayStore store, CancellationToken cancellationToken)
    {
        (string name, string channel) = (form["name"].ToString().Trim(), form["channel"].ToString());
        string? wrong = name.Length is 0 or > LongestName ? "name" : !MessageChannels.All.Contains(channel) ? "channel" : form["kind"] != "keep" ? "settings" : null;
        if (wrong is not null)
        {
            return TypedResults.LocalRedirect("/messages/gateways?wrong=" + wrong);
        }

        await store.AddAsync(new GatewayDraft(name, channel, GatewayKind.Keep, "{}", null), cancellationToken);
        return TypedResults.LocalRedirect("/messages/gateways?done=added");
    }

    private static async Task<IResult> ThenAsync(Task<bool> change, string done) =>
        await change ? TypedResults.LocalRedirect("/messages/gateways?done=" + done) : TypedResults.NotFound();
}
