using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Journeys.Explore;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>The friction list for programs.</summary>
internal static class FrictionEndpoints
{
    public static void MapFriction(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/journeys/{id:long}/friction").RequirePermission(JourneyPermissions.View).WithTags("Journeys");
        api.MapGet("/", ListAsync).WithName("GetJourneyFriction").WithSummary("What hurts, the most harmful first, with intervals and effects on the outcome.");
        api.MapGet("/{code}", OneAsync).WithName("GetJourneyFrictionOne").WithSummary("One friction with the journeys it strikes.");
    }

    private static Task<IResult> ListAsync(long id, HttpContext http, JourneyReader reader)
        => ExploreRequest.AnswerAsync(id, http, reader, request =>
        {
            var list = reader.Friction(request.Selection, request.State);
            return TypedResults.Ok(new
            {
                journeys = request.Selection.Count,
                customers = list.Customers,
                findings = list.Findings.Select(f => FrictionAnswer.Of(f, reader.Scope)),
            });
        });

    private static Task<IResult> OneAsync(long id, string code, HttpContext http, JourneyReader reader)
        => ExploreRequest.AnswerAsync(id, http, reader, request =>
            reader.Friction(request.Selection, request.State).Findings.FirstOrDefault(f => f.Key.Code == code) is { } finding
                ? TypedResults.Ok(new
                {
                    finding = FrictionAnswer.Of(finding, reader.Scope),
                    journeys = finding.Journeys.Zip(finding.Lost).Take(1000).Select(j => new { key = request.Selection.Log.KeyOf(j.First), lostSeconds = j.Second / 1e6 }),
                })
                : JourneyProblems.Of(new JourneyError.NotFound()));
}
