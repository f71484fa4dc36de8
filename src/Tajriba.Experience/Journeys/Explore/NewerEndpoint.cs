using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>What an open page about journeys asks every few seconds: whether there are newer events.</summary>
internal static class NewerEndpoint
{
    /// <summary>Pages below the explorer that ask.</summary>
    private static readonly string[] Pages = ["", "friction"];

    public static void MapNewer(this IEndpointRouteBuilder files) => files.MapGet("/newer", GetAsync).WithName("GetNewerEvents");

    private static Task<IResult> GetAsync(long id, HttpContext http, JourneyReader reader) => ExploreRequest.AnswerAsync(
        id,
        http,
        reader,
        request => !int.TryParse(http.Request.Query["shown"], NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
            ? JourneyProblems.Of(new JourneyError.BadParameter("shown", "It is a number of events."))
            : !Pages.Contains(http.Request.Query["of"].ToString(), StringComparer.Ordinal)
                ? JourneyProblems.Of(new JourneyError.BadParameter("of", "It is a page about journeys."))
                : new RazorComponentResult<NewerEvents>(new Dictionary<string, object?>
                {
                    [nameof(NewerEvents.Id)] = id,
                    [nameof(NewerEvents.State)] = request.State,
                    [nameof(NewerEvents.Shown)] = shown,
                    [nameof(NewerEvents.Newer)] = Math.Max(0, request.Selection.View.EventCount - shown),
                    [nameof(NewerEvents.Below)] = http.Request.Query["of"].ToString(),
                }),
        "shown",
        "of");
}
