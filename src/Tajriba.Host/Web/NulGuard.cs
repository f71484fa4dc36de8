namespace Tajriba.Host.Web;

/// <summary>No name and no text of ours holds a NUL character, and one database would refuse what the other finds nothing for: such an address is a bad request.</summary>
internal static class NulGuard
{
    private const string Encoded = "%00";
    private const string Pixels = "/pixel";

    /// <summary>Refuses addresses with a NUL in them; pixels give their picture whatever they are asked.</summary>
    public static IApplicationBuilder UseNulGuard(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        HttpRequest request = context.Request;
        if ((request.QueryString.Value?.Contains(Encoded, StringComparison.Ordinal) == true || request.Path.Value?.Contains('\0', StringComparison.Ordinal) == true)
            && !request.Path.StartsWithSegments(Pixels, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
