namespace Tajriba.Host.Web;

/// <summary>
/// Refuses a request that gives two answers to where it ends. The server believes its chunks and keeps the length under
/// another name; a proxy before it may believe the length, and take what follows for another caller's request.
/// </summary>
internal static class RequestFraming
{
    private const string SetAside = "X-Content-Length";

    public static IApplicationBuilder UseOneFraming(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Headers.TransferEncoding.Count == 0 || !context.Request.Headers.ContainsKey(SetAside))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    });
}
