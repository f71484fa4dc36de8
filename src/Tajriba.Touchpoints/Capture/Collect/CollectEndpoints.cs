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

    private static readonly (string Call, string? Short)[] Calls =
    [
        ("track", "t"), ("identify", "i"), ("page", "p"), ("screen", "s"), ("group", "g"), ("alias", "a"), ("merge", null), (SegmentForm.Batch, "b"), (SegmentForm.Import, null),
    ];

    public static void MapCollect(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("").AllowAnonymous().DisableAntiforgery().RequireCors(IntakeCors.Clients).WithTags("Capture").WithMetadata(MachineRoute.Instance);
        foreach ((string call, string? brief) in Calls)
        {
            group.MapPost($"/v1/{call}", TakerOf(call)).WithName($"Capture-{call}").WithSummary($"Segment-shaped {call}; Basic authentication with the write key.");
            if (brief is not null)
            {
                group.MapPost($"/v1/{brief}", TakerOf(call)).ExcludeFromDescription();
            }
        }

        group.MapPost("/beacon/v1/batch", TakerOf(SegmentForm.Batch)).ExcludeFromDescription();
        group.MapGet("/pixel/v1/track", PixelOf("track")).ExcludeFromDescription();
        group.MapGet("/pixel/v1/page", PixelOf("page")).ExcludeFromDescription();
        group.MapGet("/v1/projects/{key}/settings", SettingsAsync).WithName("CaptureSettings").WithSummary("What the browser SDK reads before it starts.");
    }

    private static Delegate TakerOf(string call) =>
        (HttpContext context, MessageIntake intake, SegmentForm form, SourceKeys keys, CollectLimits limits) => TakeAsync(context, intake, form, keys, limits, call);

    private static Delegate PixelOf(string call) =>
        (HttpContext context, MessageIntake intake, SourceKeys keys, SourceRates rates) => PixelAsync(context, intake, keys, rates, call);

    /// <summary>Unlike other senders', these clients' keys may stand in the body: then the source is known once that is read.</summary>
    private static async Task<IResult> TakeAsync(HttpContext context, MessageIntake intake, SegmentForm form, SourceKeys keys, CollectLimits limits, string call)
    {
        string? key = WriteKeys.Of(context.Request);
        EventSource? source = key is null ? null : await keys.FindAsync(key, context.RequestAborted);
        return key is not null && source is null ? CollectAnswers.BadKey
            : await intake.TakeAsync(context, form, call, source, source is null ? BodyReader.Within(limits.KeylessRead) : BodyReader.ReadAsync);
    }

    /// <summary>A call whose members stand in the query, for mails and pages without scripts. The picture comes whatever became of it, unless the source sends too fast or nothing can be written.</summary>
    private static async Task<IResult> PixelAsync(HttpContext context, MessageIntake intake, SourceKeys keys, SourceRates rates, string call)
    {
        if (WriteKeys.Of(context.Request) is { } key && await keys.FindAsync(key, context.RequestAborted) is { } source)
        {
            if (!rates.TryBegin(source, out TimeSpan wait))
            {
                CollectAnswers.AskToWait(context, wait);
                return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
            }

            byte[] text = JsonSerializer.SerializeToUtf8Bytes(context.Request.Query.Where(q => q.Key != "writeKey").ToDictionary(q => q.Key, q => q.Value.ToString()));
            try
            {
                await intake.TellAsync(source, call, text);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return CollectAnswers.NotKept(context);
            }
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
