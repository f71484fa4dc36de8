using Tajriba.Kernel.Access;

namespace Tajriba.Host.SignIn;

/// <summary>
/// Refuses changes that another site's page sends with our session cookie. Forms carry a token besides; this holds for
/// the JSON endpoints too, which have none. Sources that write with a key carry no cookie and are not concerned.
/// </summary>
internal static class CrossSiteGuard
{
    public static IApplicationBuilder UseCrossSiteGuard(this IApplicationBuilder app)
        => app.Use((context, next) =>
        {
            if (IsForeign(context.Request) && context.Request.Cookies.ContainsKey(PersonSession.Cookie))
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }

            return next(context);
        });

    private static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return false;
        }

        // Browsers cannot be made to lie about either header; very old ones send only the second.
        return request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } from
            ? from is not ("same-origin" or "none")
            : request.Headers.Origin.ToString() is { Length: > 0 } origin
                && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }
}
