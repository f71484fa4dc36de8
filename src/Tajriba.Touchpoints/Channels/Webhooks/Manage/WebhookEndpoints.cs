using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary>What the pages of webhooks post to.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/webhooks").RequirePermission(ChannelsPermissions.Webhooks).ExcludeFromDescription().OverEveryUnit(ChannelsPermissions.Webhooks);
        group.MapPost("/{id:long}/on", (long id, IFormCollection form, WebhookEditor editor, CancellationToken cancel) => ThenAsync(editor.SwitchAsync(id, isOn: true, cancel), id, "on"))
            .WithName("WebhookOn");
        group.MapPost("/{id:long}/off", (long id, IFormCollection form, WebhookEditor editor, CancellationToken cancel) => ThenAsync(editor.SwitchAsync(id, isOn: false, cancel), id, "off"))
            .WithName("WebhookOff");
        group.MapPost("/{id:long}/rotate", (long id, IFormCollection form, WebhookEditor editor, CancellationToken cancel) => ThenAsync(editor.RotateAsync(id, cancel), id, "rotated", "secret"))
            .WithName("WebhookRotate");
        group.MapPost("/{id:long}/delete", DeleteAsync).WithName("WebhookDelete");
        group.MapPost("/restore", RestoreAsync).WithName("WebhookRestore");
        group.MapPost("/{id:long}/test", TestAsync).WithName("WebhookTest");
        group.MapPost("/{id:long}/deliveries/{delivery:long}/replay", ReplayAsync).WithName("WebhookReplay");
        group.MapPost("/{id:long}/replay", ReplayDeadAsync).WithName("WebhookReplayDead");
    }

    private static async Task<IResult> DeleteAsync(long id, IFormCollection form, WebhookEditor editor, CancellationToken cancellationToken) =>
        await editor.DeleteAsync(id, cancellationToken)
            ? TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/webhooks?done=deleted&id={id}"))
            : TypedResults.NotFound();

    private static async Task<IResult> RestoreAsync(IFormCollection form, WebhookEditor editor, CancellationToken cancellationToken) =>
        long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out long id)
            ? await ThenAsync(editor.RestoreAsync(id, cancellationToken), id, "restored")
            : TypedResults.NotFound();

    private static async Task<IResult> TestAsync(long id, IFormCollection form, WebhookStore store, DeliveryStore deliveries, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } webhook)
        {
            return TypedResults.NotFound();
        }

        if (webhook.State != WebhookState.On)
        {
            return To(id, "asleep");
        }

        await deliveries.TestAsync(id, cancellationToken);
        return To(id, "tested");
    }

    private static async Task<IResult> ReplayAsync(long id, long delivery, IFormCollection form, WebhookStore store, DeliveryStore deliveries, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is null || await deliveries.FindAsync(id, delivery, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        await deliveries.ReplayAsync(id, delivery, cancellationToken);
        return To(id, "replayed", state: form["state"]);
    }

    private static async Task<IResult> ReplayDeadAsync(long id, IFormCollection form, WebhookStore store, DeliveryStore deliveries, Read read, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        string text = form["since"].ToString();
        if ((read.Date(text) is { } date ? read.StartOf(date) : read.DateTime(text)) is not { } since)
        {
            return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/webhooks/{id}?state=dead&wrong=since"));
        }

        await deliveries.ReplayDeadAsync(id, since, cancellationToken);
        return To(id, "replayed", state: form["state"]);
    }

    private static async Task<IResult> ThenAsync(Task<bool> change, long id, string done, string? tab = null) => await change ? To(id, done, tab) : TypedResults.NotFound();

    private static IResult To(long id, string done, string? tab = null, string? state = null) =>
        TypedResults.LocalRedirect(PageLink.With(string.Create(CultureInfo.InvariantCulture, $"/webhooks/{id}"), ("tab", tab), ("state", state), ("done", done)));
}
