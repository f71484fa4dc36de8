using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>The explorer for programs: the same views as the page, by the same parameters.</summary>
internal static class ExploreEndpoints
{
    private const int MostVariants = 1000;
    private const int MostDots = 20_000;

    public static void MapExplore(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/journeys").RequirePermission(JourneyPermissions.View).WithTags("Journeys");
        api.MapGet("/", ListAsync).WithName("ListJourneys").WithSummary("Journey definitions that the caller may see.");
        api.MapGet("/{id:long}", GetAsync).WithName("GetJourney").WithSummary("One journey definition.");
        api.MapGet("/{id:long}/map", MapAsync).WithName("GetJourneyMap").WithSummary("Steps and ways with frequency or time; every step shown keeps its path from start to end.");
        api.MapGet("/{id:long}/variants", VariantsAsync).WithName("GetJourneyVariants").WithSummary("The ways that journeys go, most frequent first.");
        api.MapGet("/{id:long}/steps", StepsAsync).WithName("GetJourneySteps").WithSummary("Count, wait and rework of every step.");
        api.MapGet("/{id:long}/durations", DurationsAsync).WithName("GetJourneyDurations").WithSummary("Quantiles with intervals and a histogram.");
        api.MapGet("/{id:long}/trend", TrendAsync).WithName("GetJourneyTrend").WithSummary("Journeys, duration and success by month or week.");
        api.MapGet("/{id:long}/dotted", DottedAsync).WithName("GetJourneyDots").WithSummary("Events over time, a row per journey, thinned evenly.");

        var files = routes.MapGroup("/journeys/{id:long}").RequirePermission(JourneyPermissions.View).ExcludeFromDescription();
        files.MapGet("/export.csv", ExportCsvAsync).WithName("ExportJourneyCsv");
        files.MapGet("/export.xes", ExportXesAsync).WithName("ExportJourneyXes");
        files.MapNewer();
        files.MapGet("/filter", FilterRedirect.GoAsync).WithName("FilterJourney");
    }

    private static async Task<IResult> ListAsync(HttpContext http, JourneyReader reader)
        => http.Request.Query.Count > 0
            ? JourneyProblems.Of(new JourneyError.BadParameter(http.Request.Query.Keys.First(), "There is no such parameter."))
            : TypedResults.Ok(await reader.ListAsync(http.RequestAborted));

    private static async Task<IResult> GetAsync(long id, HttpContext http, JourneyReader reader)
        => http.Request.Query.Count > 0
            ? JourneyProblems.Of(new JourneyError.BadParameter(http.Request.Query.Keys.First(), "There is no such parameter."))
            : await reader.FindAsync(id, http.RequestAborted) is { } definition ? TypedResults.Ok(definition) : JourneyProblems.Of(new JourneyError.NotFound());

    private static Task<IResult> MapAsync(long id, HttpContext http, JourneyReader reader)
        => ExploreRequest.AnswerAsync(id, http, reader, request => TypedResults.Ok(MapAnswer.Of(request.Selection, request.State)));

    private static Task<IResult> VariantsAsync(long id, HttpContext http, JourneyReader reader)
        => ExploreRequest.AnswerAsync(id, http, reader, request => TypedResults.Ok(VariantsView.Of(request.Selection, MostVariants)));

    private static Task<IResult> StepsAsync(long id, HttpContext http, JourneyReader reader)
        => ExploreRequest.AnswerAsync(id, http, reader, request => TypedResults.Ok(StepsView.Of(request.Selection)));

    private static Task<IResult> DurationsAsync(long id, HttpContext http, JourneyReader reader)
        => ExploreRequest.AnswerAsync(id, http, reader, request => TypedResults.Ok(DurationsAnswer.Of(request.Selection)));

    private static Task<IResult> TrendAsync(long id, HttpContext http, JourneyReader reader)
        => ExploreRequest.AnswerAsync(
            id,
            http,
            reader,
            request => http.Request.Query["calendar"].ToString() switch
            {
                "" or "gregorian" => TypedResults.Ok(TrendAnswer.Of(request.Selection, request.State.Step, CalendarKind.Gregorian)),
                "jalali" => TypedResults.Ok(TrendAnswer.Of(request.Selection, request.State.Step, CalendarKind.Jalali)),
                _ => JourneyProblems.Of(new JourneyError.BadParameter("calendar", "It is one of gregorian, jalali.")),
            },
            "calendar");

    private static Task<IResult> DottedAsync(long id, HttpContext http, JourneyReader reader)
        => ExploreRequest.AnswerAsync(id, http, reader, request => TypedResults.Ok(DotsAnswer.Of(request.Selection, MostDots)));

    private static Task<IResult> ExportCsvAsync(long id, HttpContext http, JourneyReader reader)
        => ExploreRequest.AnswerAsync(id, http, reader, request => TypedResults.Stream(
            stream => CsvExport.WriteAsync(request.Selection, stream, http.RequestAborted), "text/csv; charset=utf-8", $"journey-{id}.csv"));

    private static Task<IResult> ExportXesAsync(long id, HttpContext http, JourneyReader reader)
        => ExploreRequest.AnswerAsync(id, http, reader, request => TypedResults.Stream(
            stream => XesExport.WriteAsync(request.Selection, stream, http.RequestAborted), "application/xml", $"journey-{id}.xes"));
}
