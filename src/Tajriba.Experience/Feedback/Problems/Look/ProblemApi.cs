using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Feedback.Problems.Watch;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Problems.Look;

/// <summary>Problems for programs.</summary>
internal static class ProblemApi
{
    public static void MapProblemApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/feedback/problems").RequirePermission(FeedbackPermissions.View).WithTags("Feedback").Parameters();
        group.MapGet("/", ListAsync).WithName("ListProblems").WithSummary("Problems of the caller's units, the newest change first.");
        group.MapGet("/{code}", GetAsync).WithName("GetProblem").WithSummary("One problem with what its control chart says and the codes of its cases.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, ProblemReader reader)
        => TypedResults.Json((await reader.ListAsync(http.RequestAborted)).Select(Summary));

    private static async Task<IResult> GetAsync(string code, HttpContext http, ProblemReader reader, ProblemCharts charts)
    {
        if (await reader.FindAsync(code, http.RequestAborted) is not { } problem)
        {
            return TypedResults.Problem(title: "There is no such problem.", statusCode: StatusCodes.Status404NotFound, type: "urn:tajriba:problem:not-found");
        }

        var (_, _, verdict) = await charts.OfAsync(problem, cancellationToken: http.RequestAborted);
        return TypedResults.Json(new
        {
            problem = Summary(problem),
            verdict = (verdict ?? problem.Verdict) is { } said ? new { kind = said.Kind.ToString(), said.Before, said.After, said.More, rule = said.Rule?.ToString(), said.From } : null,
            cases = (await reader.CasesAsync(problem, http.RequestAborted)).Select(c => c.Code),
        });
    }

    private static object Summary(Problem problem) => new
    {
        code = problem.Code, cause = problem.Cause, unit = problem.Unit, state = problem.State.ToString(), owner = problem.Owner, indicator = problem.Measure?.Indicator,
        fixedOn = problem.Fix?.On, verifiedAt = problem.VerifiedAt, reopenings = problem.Reopenings, since = problem.Since,
    };
}
