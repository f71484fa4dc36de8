using System.Text;
using Microsoft.AspNetCore.Http;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Sends pages to respondents: never kept by anybody on the way, never indexed, telling no one where one came from.</summary>
internal static class Responses
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    public static Task SendAsync(HttpContext context, string html, int status, IReadOnlyList<string> origins)
    {
        Begin(context, status, origins);
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), context.RequestAborted).AsTask();
    }

    public static Task SendAsync(HttpContext context, ReadyPage page, int status, IReadOnlyList<string> origins)
    {
        Begin(context, status, origins);
        var bytes = page.Plain;
        context.Response.Headers.Vary = "Accept-Encoding";
        if (TakesBrotli(context.Request))
        {
            bytes = page.Brotli;
            context.Response.Headers.ContentEncoding = "br";
        }

        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    public static bool TakesBrotli(HttpRequest request) => request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);

    /// <summary>Headers of every answer. Frames are for the sites on the survey's list, and only where one asked for a frame.</summary>
    public static void Guard(HttpContext context, IReadOnlyList<string> origins)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy + (origins.Count > 0 && context.Request.Query.ContainsKey("embed") ? string.Join(' ', origins) : "'none'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
    }

    private static void Begin(HttpContext context, int status, IReadOnlyList<string> origins)
    {
        Guard(context, origins);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
    }
}
