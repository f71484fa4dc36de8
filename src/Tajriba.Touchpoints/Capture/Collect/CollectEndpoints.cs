using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Settings;
using Tajriba.Touchpoints.Capture.Intake;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>
/// The addresses that Segment's and RudderStack's clients call, with a write key instead of a person. Never a redirect:
/// clients follow it without the body and believe that it was delivered.
/// </summary>
internal static class CollectEndpoints
{
    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private static readonly (string Call, string? Short, CallKind Kind)[] Calls =
    [
        ("track", "t", CallKind.Track), ("identify", "i", CallKind.Identify), ("page", "p", CallKind.Page), ("screen", "s", CallKind.Screen),
        ("group", "g", CallKind.Group), ("alias", "a", CallKind.Alias), ("merge", null, CallKind.Alias), ("batch", "b", CallKind.None), ("import", null, CallKind.None),
    ];

    public static void MapCollect(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("").AllowAnonymous().DisableAntiforgery().RequireCors(IntakeCors.Clients).WithTags("Capture").WithMetadata(MachineRoute.Instance);
        foreach ((string call, string? brief, CallKind kind) in Calls)
        {
            group.MapPost($"/v1/{call}", (HttpContext context, Collector collector) => collector.CollectAsync(context, call, kind))
                .WithName($"Capture-{call}").WithSummary($"Segment-shaped {call}; Basic authentication with the write key.");
            if (brief is not null)
            {
                group.MapPost($"/v1/{brief}", (HttpContext context, Collector collector) => collector.CollectAsync(context, call, kind)).ExcludeFromDescription();
            }
        }

        group.MapPost("/beacon/v1/batch", (HttpContext context, Collector collector) => collector.CollectAsync(context, "batch", CallKind.None)).ExcludeFromDescription();
        group.MapGet("/pixel/v1/track", (HttpContext context, Collector collector, SourceKeys keys, SourceRates rates) => PixelAsync(context, collector, keys, rates, "track", CallKind.Track)).ExcludeFromDescription();
        group.MapGet("/pixel/v1/page", (HttpContext context, Collector collector, SourceKeys keys, SourceRates rates) => PixelAsync(context, collector, keys, rates, "page", CallKind.Page)).ExcludeFromDescription();
        group.MapGet("/v1/projects/{key}/settings", SettingsAsync).WithName("CaptureSettings").WithSummary("What the browser SDK reads before it starts.");
    }

    /// <summary>What the address of a call says each item is; none where the items say it.</summary>
    public static CallKind KindOf(string call) => Array.Find(Calls, c => c.Call == call).Kind;

    /// <summary>A call whose members stand in the query, for mails and pages without scripts. The picture comes whatever became of it, unless the source sends too fast.</summary>
    private static async Task<IResult> PixelAsync(HttpContext context, Collector collector, SourceKeys keys, SourceRates rates, string call, CallKind kind)
    {
        if (WriteKeys.Of(context.Request) is { } key && await keys.FindAsync(key, context.RequestAborted) is { } source)
        {
            if (!rates.TryBegin(source, out TimeSpan wait))
            {
                CollectAnswers.AskToWait(context, wait);
                return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
            }

            byte[] text = JsonSerializer.SerializeToUtf8Bytes(context.Request.Query.Where(q => q.Key != "writeKey").ToDictionary(q => q.Key, q => q.Value.ToString()));
            await collector.TellAsync(source, call, kind, text);
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(Pixel, "image/gif");
    }

    private static async Task<IResult> SettingsAsync(HttpContext context, string key, SourceKeys keys, PublicAddress address)
    {
        if (await keys.FindAsync(key, context.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        // Private: where no address is configured, the answer repeats the one that this caller asked at.
        context.Response.Headers.CacheControl = "private, max-age=300";
        Uri here = address.Of(context.Request);
        return TypedResults.Json(new Dictionary<string, object>
        {
            ["integrations"] = new Dictionary<string, object>
            {
                ["Segment.io"] = new { apiKey = key, apiHost = here.Authority + "/v1", protocol = here.Scheme, bundlingStatus = "bundled", type = "browser" },
            },
            ["plan"] = new { track = new { __default = new { enabled = true } }, identify = new { __default = new { enabled = true } }, group = new { __default = new { enabled = true } } },
            ["edgeFunction"] = new { },
            ["analyticsNextEnabled"] = true,
            ["legacyVideoPluginsEnabled"] = false,
        });
    }
}
