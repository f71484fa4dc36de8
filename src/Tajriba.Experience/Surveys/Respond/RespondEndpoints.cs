using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>
/// The addresses that respondents come to: <c>/s/…</c> on their own devices, <c>/k/…</c> on a kiosk. Nobody is signed in and nothing of
/// the house's pages is needed, so that they go the short way of machines.
/// </summary>
internal static class RespondEndpoints
{
    private const int MostBytes = 256 * 1024;

    public static void MapRespond(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().WithMetadata(MachineRoute.Instance, new RequestSizeLimitAttribute(MostBytes));
        foreach (var (path, isKiosk) in new[] { ("/s/{token}", false), ("/k/{token}", true) })
        {
            group.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string token, RespondFlow flow) => flow.GetAsync(context, token, isKiosk)).WithName("Respond" + (isKiosk ? "Kiosk" : ""));
            group.MapPost(path, (HttpContext context, string token, RespondFlow flow, AddressRates rates) => rates.Posts.TryTake(context.Connection.RemoteIpAddress)
                ? flow.PostAsync(context, token, isKiosk)
                : flow.AskToWaitAsync(context)).WithName("RespondPost" + (isKiosk ? "Kiosk" : ""));
        }

        group.MapGet("/s/a/{hash}/{name}", (HttpContext context, string hash, string name, RespondAssets assets) => SendAsync(context, assets.Find(name), name, "public, max-age=31536000, immutable"))
            .WithName("RespondAsset");
        group.MapGet("/embed/survey.js", (HttpContext context, RespondAssets assets) => SendAsync(context, assets.Find("survey.js"), "survey.js", "public, max-age=3600")).WithName("SurveyEmbed");
    }

    private static Task SendAsync(HttpContext context, ReadyPage? file, string name, string caching)
    {
        var response = context.Response;
        if (file is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        response.ContentType = name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
        response.Headers.CacheControl = caching;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var bytes = file.Plain;
        if (Responses.TakesBrotli(context.Request))
        {
            bytes = file.Brotli;
            response.Headers.ContentEncoding = "br";
        }

        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
