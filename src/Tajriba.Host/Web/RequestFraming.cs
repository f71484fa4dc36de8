namespace Tajriba.Host.Web;

/// <summary>
/// Refuses a request that gives two answers to where it ends. The server believes its chunks and keeps the length under
/// another name; a proxy before it may believe the length, and take what follows for another caller's request. Nor does
/// anybody send chunks twice wrapped, or to a server of HTTP/1.0, with good intent.
/// </summary>
internal static class RequestFraming
{
    private const string SetAside = "X-Content-Length";
    private const string Chunks = "chunked";
    private const string LinesByReturn = "Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators";

    /// <summary>Has lines of a request end with both their characters, before the server is made.</summary>
    public static void EndLinesWhole() => AppContext.SetSwitch(LinesByReturn, isEnabled: true);

    public static IApplicationBuilder UseOneFraming(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        IHeaderDictionary headers = context.Request.Headers;
        if (headers.TransferEncoding.Count == 0
            || (headers.TransferEncoding is [{ } only] && only.Equals(Chunks, StringComparison.OrdinalIgnoreCase) && !headers.ContainsKey(SetAside) && !HttpProtocol.IsHttp10(context.Request.Protocol)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    });
}
