using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Tajriba.Ui;

/// <summary>The query parameters that endpoints of the API have.</summary>
public static class KnownParameters
{
    /// <summary>A query parameter that the endpoint does not know is a mistake of the caller, and named.</summary>
    public static TBuilder Parameters<TBuilder>(this TBuilder builder, params string[] known)
        where TBuilder : IEndpointConventionBuilder
        => builder.AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Query.Keys.FirstOrDefault(k => !known.Contains(k, StringComparer.Ordinal)) is { } unknown
                ? TypedResults.Problem($"Unknown parameter '{unknown}'.", statusCode: StatusCodes.Status400BadRequest)
                : await next(context));
}
