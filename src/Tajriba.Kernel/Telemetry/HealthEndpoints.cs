using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Telemetry;

public static class HealthEndpoints
{
    /// <summary>Events that a subscriber may lag behind before the node says it is degraded.</summary>
    private const long MaxLag = 100_000;

    /// <summary>
    /// Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (database reachable, schema current;
    /// <c>degraded</c> while a subscriber fails or lags). Open to anyone; tells no names, numbers or errors.
    /// </summary>
    public static IEndpointRouteBuilder MapTajribaHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new Health("healthy")))
            .AllowAnonymous().WithName("HealthLive").WithSummary("Whether the process answers");
        routes.MapGet("/health/ready", ReadyAsync)
            .AllowAnonymous().WithName("HealthReady").WithSummary("Whether this node can serve: database reachable, schema current");
        return routes;
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, SchemaMigrator migrator, ILogSubscribers subscribers, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            if ((await migrator.PendingAsync(cancellationToken)).Count > 0)
            {
                return Unready("schema");
            }

            var slow = subscribers.States.Any(s => s.LastError is not null || s.Head - s.Position > MaxLag);
            return TypedResults.Ok(new Health(slow ? "degraded" : "healthy", slow ? "subscribers" : null));
        }
        catch (SchemaException)
        {
            return Unready("schema");
        }
        catch (DbException)
        {
            return Unready("database");
        }
    }

    private static IResult Unready(string reason) => TypedResults.Json(new Health("unhealthy", reason), statusCode: StatusCodes.Status503ServiceUnavailable);

    /// <param name="Status">healthy, degraded or unhealthy.</param>
    /// <param name="Reason">schema, database, subscribers, or null.</param>
    internal sealed record Health(string Status, string? Reason = null);
}
