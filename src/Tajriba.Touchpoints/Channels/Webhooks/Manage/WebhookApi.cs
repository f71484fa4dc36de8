using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Channels.Webhooks.Deliveries;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary><c>/api/v1/webhooks</c>. A webhook tells of every unit, so that it takes the right over all of them.</summary>
internal static class WebhookApi
{
    private const int MostBytes = 256 * 1024;

    public static void MapWebhookApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/v1/webhooks").RequirePermission(ChannelsPermissions.Webhooks).WithTags("Webhooks")
            .OverEveryUnit(ChannelsPermissions.Webhooks).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        group.MapGet("", ListAsync).WithName("ListWebhooks").WithSummary("Webhooks, oldest first.").Parameters();
        group.MapPost("", AddAsync).WithName("CreateWebhook").WithSummary("Makes a webhook; the answer holds its secret, this once.").Accepts<WebhookBody>("application/json").Parameters();
        group.MapGet("/{id:long}", GetAsync).WithName("GetWebhook").WithSummary("One webhook and how it does.").Parameters();
        group.MapPut("/{id:long}", ChangeAsync).WithName("ChangeWebhook").WithSummary("Replaces a webhook's settings.").Accepts<WebhookBody>("application/json").Parameters();
        group.MapDelete("/{id:long}", DeleteAsync).WithName("DeleteWebhook").WithSummary("Ends a webhook.").Parameters();
        group.MapPost("/{id:long}/restore", RestoreAsync).WithName("RestoreWebhook").WithSummary("Takes a deletion back, within 30 days.").Parameters();
        group.MapPost("/{id:long}/on", (long id, WebhookEditor editor, CancellationToken cancel) => DoneAsync(editor.SwitchAsync(id, isOn: true, cancel)))
            .WithName("SwitchWebhookOn").WithSummary("Lets a webhook be told of events from now on.").Parameters();
        group.MapPost("/{id:long}/off", (long id, WebhookEditor editor, CancellationToken cancel) => DoneAsync(editor.SwitchAsync(id, isOn: false, cancel)))
            .WithName("SwitchWebhookOff").WithSummary("Tells a webhook nothing until it is switched on.").Parameters();
        group.MapPost("/{id:long}/secret", RotateAsync).WithName("RotateWebhookSecret").WithSummary("Makes a new secret; the old one signs too for 24 hours.").Parameters();
        group.MapPost("/{id:long}/test", TestAsync).WithName("TestWebhook").WithSummary("Sends a message of the type tajriba.test.").Parameters();
        group.MapGet("/{id:long}/deliveries", DeliveriesAsync).WithName("ListWebhookDeliveries").WithSummary("What it was told and is to be told, newest first.").Parameters("state", "before", "limit");
        group.MapPost("/{id:long}/deliveries/{delivery:long}/replay", ReplayAsync).WithName("ReplayWebhookDelivery").WithSummary("Sends one again, under the same id.").Parameters();
        group.MapPost("/{id:long}/replay", ReplayDeadAsync).WithName("ReplayWebhookDeliveries").WithSummary("Sends again what was given up of all written since a time.")
            .Accepts<ReplayBody>("application/json").Parameters();
    }

    private static async Task<IResult> ListAsync(WebhookStore store, DeliveryStore deliveries, CancellationToken cancellationToken)
    {
        var counts = await deliveries.CountAsync(cancellationToken);
        return TypedResults.Ok((await store.ListAsync(cancellationToken)).Select(webhook => WebhookAnswer.Of(webhook, counts)));
    }

    private static async Task<IResult> GetAsync(long id, WebhookStore store, DeliveryStore deliveries, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } webhook
            ? TypedResults.Ok(WebhookAnswer.Of(webhook, await deliveries.CountAsync(cancellationToken)))
            : TypedResults.NotFound();

    private static async Task<IResult> AddAsync(HttpRequest request, WebhookRules rules, WebhookEditor editor, WebhookStore store, DeliveryStore deliveries, CancellationToken cancellationToken)
    {
        (WebhookBody? body, IResult? refusal) = await JsonBody.ReadAsync<WebhookBody>(request, cancellationToken);
        refusal ??= Refusal(await rules.FaultAsync(body!.ToSettings(), cancellationToken));
        if (refusal is not null)
        {
            return refusal;
        }

        long id = await editor.AddAsync(body!.ToSettings(), cancellationToken);
        string? secret = await editor.RevealAsync(id, cancellationToken);
        return await store.FindAsync(id, cancellationToken) is { } webhook
            ? TypedResults.Created(
                string.Create(CultureInfo.InvariantCulture, $"/api/v1/webhooks/{id}"), WebhookAnswer.Of(webhook, await deliveries.CountAsync(cancellationToken), secret))
            : TypedResults.NotFound();
    }

    private static async Task<IResult> ChangeAsync(
        long id, HttpRequest request, WebhookRules rules, WebhookEditor editor, WebhookStore store, DeliveryStore deliveries, CancellationToken cancellationToken)
    {
        (WebhookBody? body, IResult? refusal) = await JsonBody.ReadAsync<WebhookBody>(request, cancellationToken);
        if (await store.FindAsync(id, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        refusal ??= Refusal(await rules.FaultAsync(body!.ToSettings(), cancellationToken));
        if (refusal is not null)
        {
            return refusal;
        }

        await editor.ChangeAsync(id, body!.ToSettings(), cancellationToken);
        return await GetAsync(id, store, deliveries, cancellationToken);
    }

    private static Task<IResult> DeleteAsync(long id, WebhookEditor editor, CancellationToken cancellationToken) => DoneAsync(editor.DeleteAsync(id, cancellationToken));

    private static Task<IResult> RestoreAsync(long id, WebhookEditor editor, CancellationToken cancellationToken) => DoneAsync(editor.RestoreAsync(id, cancellationToken));

    private static async Task<IResult> RotateAsync(long id, WebhookEditor editor, CancellationToken cancellationToken) =>
        await editor.RotateAsync(id, cancellationToken) && await editor.RevealAsync(id, cancellationToken) is { } secret
            ? TypedResults.Ok(new { secret })
            : TypedResults.NotFound();

    private static async Task<IResult> TestAsync(long id, WebhookStore store, DeliveryStore deliveries, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } webhook)
        {
            return TypedResults.NotFound();
        }

        if (webhook.State != WebhookState.On)
        {
            return TypedResults.Problem("The webhook is off.", statusCode: StatusCodes.Status409Conflict);
        }

        await deliveries.TestAsync(id, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<IResult> DeliveriesAsync(long id, string? state, long? before, int? limit, WebhookStore store, DeliveryStore deliveries, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        if (!DeliveryFilter.TryParse(state, out DeliveryState? wanted) || limit is < 1 or > 500)
        {
            return TypedResults.Problem("'state' is waiting, done or dead; 'limit' is 1 to 500.", statusCode: StatusCodes.Status400BadRequest);
        }

        return TypedResults.Ok((await deliveries.ListAsync(id, wanted, before ?? long.MaxValue, limit ?? 50, cancellationToken)).Select(DeliveryAnswer.Of));
    }

    private static async Task<IResult> ReplayAsync(long id, long delivery, WebhookStore store, DeliveryStore deliveries, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is null || await deliveries.FindAsync(id, delivery, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        await deliveries.ReplayAsync(id, delivery, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<IResult> ReplayDeadAsync(long id, HttpRequest request, WebhookStore store, DeliveryStore deliveries, CancellationToken cancellationToken)
    {
        (ReplayBody? body, IResult? refusal) = await JsonBody.ReadAsync<ReplayBody>(request, cancellationToken);
        if (await store.FindAsync(id, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        return refusal ?? (body!.Since is { } since
            ? TypedResults.Ok(new { deliveries = await deliveries.ReplayDeadAsync(id, since, cancellationToken) })
            : TypedResults.Problem("'since' is missing.", statusCode: StatusCodes.Status400BadRequest));
    }

    private static async Task<IResult> DoneAsync(Task<bool> change) => await change ? TypedResults.NoContent() : TypedResults.NotFound();

    /// <summary>A source that is not there, or not for the caller's eyes, is not found wherever its id stands.</summary>
    private static IResult? Refusal(WebhookFault fault) => fault switch
    {
        WebhookFault.None => null,
        WebhookFault.Source => TypedResults.NotFound(),
        WebhookFault.Url => Bad("'url' must be an absolute address of at most 2,048 characters."),
        WebhookFault.Scheme => Bad("'url' must be https."),
        WebhookFault.Credentials => Bad("'url' must hold no user name or password."),
        WebhookFault.Port => Bad("'url' names a port that other kinds of service listen on."),
        WebhookFault.Address => Bad("'url' names an address that may not be reached."),
        WebhookFault.Description => Bad($"'description' has at most {WebhookSettings.LongestDescription} characters."),
        _ => Bad($"'events' and 'objectTypes' hold at most {WebhookSettings.MostChoices} names of 1 to 200 characters."),
    };

    private static IResult Bad(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
