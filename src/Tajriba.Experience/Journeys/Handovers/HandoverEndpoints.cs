using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Journeys.Explore;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Journeys.Handovers;

/// <summary>Hand-overs for programs.</summary>
internal static class HandoverEndpoints
{
    private const int Most = 2000;

    public static void MapHandovers(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/v1/journeys/{id:long}/handovers", GetAsync)
            .RequirePermission(JourneyPermissions.View).WithTags("Journeys")
            .WithName("GetJourneyHandovers").WithSummary("Hand-overs between employees, units or channels.");

    private static Task<IResult> GetAsync(long id, HttpContext http, JourneyReader reader)
        => ExploreRequest.AnswerAsync(
            id,
            http,
            reader,
            request => HandoverPlaces.Column(request.Selection.Log, http.Request.Query["between"]) is (true, var column)
                ? TypedResults.Ok(HandoverTable.Of(request.Selection, column, Most))
                : JourneyProblems.Of(new JourneyError.BadParameter("between", "It is one of employee, unit, channel.")),
            "between");
}
