using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Insights.Look;

/// <summary>Insights for programs.</summary>
internal static class InsightApi
{
    private const int LongestQuestion = 200;

    public static void MapInsightApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/insights").RequirePermission(InsightsPermissions.View).WithTags("Insights");
        group.MapGet("/", ListAsync).Parameters("q", "state").WithName("ListInsights").WithSummary("Insights of the caller's units, the newest change first; with q the most to the point first.");
        group.MapGet("/{code}", GetAsync).Parameters().WithName("GetInsight").WithSummary("One insight with its evidence, decisions and their effects.");
    }

    private static async Task<IResult> ListAsync(string? q, string? state, InsightReader reader, Show show, HttpContext http)
    {
        if (q is { Length: > LongestQuestion })
        {
            return TypedResults.Problem(title: "'q' is too long.", statusCode: StatusCodes.Status400BadRequest);
        }

        InsightState wanted = default;
        if (state is not null && (!Enum.TryParse(state, ignoreCase: true, out wanted) || !Enum.IsDefined(wanted) || char.IsAsciiDigit(state[0])))
        {
            return TypedResults.Problem(title: "'state' is one of holds, refuted and retired.", statusCode: StatusCodes.Status400BadRequest);
        }

        IReadOnlyList<Insight> all = await reader.ListAsync(http.RequestAborted);
        return TypedResults.Json((string.IsNullOrWhiteSpace(q) ? all : InsightSearch.Find(all, q)).Where(i => state is null || i.State == wanted).Select(i => Summary(i, show)));
    }

    private static async Task<IResult> GetAsync(string code, InsightReader reader, Show show, HttpContext http)
        => await reader.FindAsync(code, http.RequestAborted) is { } insight
            ? TypedResults.Json(new
            {
                insight = Summary(insight, show),
                detail = insight.Content.Detail,
                evidence = insight.Content.Evidence.Select(e => new { path = e.Path, text = e.Text }),
                decisions = insight.Decisions.Select(d => new { number = d.Number, text = d.Taken.Text, path = d.Taken.Path, takenAt = d.Taken.At, effect = d.Effect?.Effect.ToString(), effectText = d.Effect?.Text, seenAt = d.Effect?.At }),
            })
            : TypedResults.Problem(title: "There is no such insight.", statusCode: StatusCodes.Status404NotFound, type: "urn:tajriba:problem:not-found");

    private static object Summary(Insight insight, Show show) => new
    {
        code = insight.Code, claim = insight.Content.Claim, state = insight.State.ToString(), confidence = insight.Content.Confidence.ToString(), isDue = insight.IsDue(show.Today), reviewOn = insight.Content.ReviewOn,
        unit = insight.Content.Unit, step = insight.Content.Step, tags = insight.Content.Tags, owner = insight.Content.Owner, toldAt = insight.Moments[0].At,
    };
}
