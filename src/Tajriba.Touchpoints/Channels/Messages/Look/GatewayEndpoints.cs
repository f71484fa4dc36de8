using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Channels.Messages.Gateways;
using Tajriba.Touchpoints.Channels.Webhooks;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Channels.Messages.Look;

/// <summary>What the pages of gateways post to.</summary>
internal static class GatewayEndpoints
{
    public static void MapGateways(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/messages/gateways").RequirePermission(ChannelsPermissions.Gateways).ExcludeFromDescription().OverEveryUnit(ChannelsPermissions.Gateways);
        group.MapPost("/add", AddAsync).WithName("AddGateway");
        group.MapPost("/{id:long}/save", SaveAsync).WithName("SaveGateway");
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

    private static async Task<IResult> AddAsync(IFormCollection form, GatewayStore store, WebhookUrl urls, CancellationToken cancellationToken)
    {
        (GatewayDraft? draft, string? fault) = GatewayForm.Read(form, urls);
        if (draft is null)
        {
            return TypedResults.LocalRedirect(PageLink.With("/messages/gateways/new", ("kind", form["kind"]), ("wrong", fault)));
        }

        await store.AddAsync(draft, cancellationToken);
        return TypedResults.LocalRedirect("/messages/gateways?done=added");
    }

    /// <summary>Kind and channel stay what they are.</summary>
    private static async Task<IResult> SaveAsync(long id, IFormCollection form, GatewayStore store, WebhookUrl urls, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } gateway)
        {
            return TypedResults.NotFound();
        }

        (GatewayDraft? draft, string? fault) = GatewayForm.Read(form, gateway.Kind, gateway.Channel, urls);
        string href = string.Create(CultureInfo.InvariantCulture, $"/messages/gateways/{id}");
        if (draft is null)
        {
            return TypedResults.LocalRedirect(PageLink.With(href, ("wrong", fault)));
        }

        await store.ChangeAsync(id, draft, cancellationToken);
        return TypedResults.LocalRedirect(PageLink.With(href, ("done", "saved")));
    }

    private static async Task<IResult> ThenAsync(Task<bool> change, string done) =>
        await change ? TypedResults.LocalRedirect("/messages/gateways?done=" + done) : TypedResults.NotFound();
}
