using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Rounds;
using Tajriba.Organization.Governance.Records;
using Tajriba.Statistics;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Results;

/// <summary>Results for programs, to be read only; what the pages hold back is held back here too.</summary>
internal static class MaturityApi
{
    private const int Digits = 4;

    public static void MapMaturityApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/maturity").RequirePermission(MaturityPermissions.View).WithTags("Maturity").Parameters();
        group.MapGet("/assessments", ListAsync).WithName("ListAssessments").WithSummary("Assessments that ask the caller's units, the newest first.");
        group.MapGet("/assessments/{id:long}", GetAsync).WithName("GetAssessment").WithSummary("The scores of one assessment, unless they are held back.");
        group.MapGet("/rounds/{code}", RoundAsync).WithName("GetRound").WithSummary("What drives what in the eyes of a round's experts.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, CampaignReader reader)
        => TypedResults.Json((await reader.ListAsync(http.RequestAborted)).Select(r => Summary(r.Campaign, r.Done)));

    private static async Task<IResult> GetAsync(long id, HttpContext http, CampaignReader reader)
    {
        if (await reader.ReadAsync(id, http.RequestAborted) is not { } view)
        {
            return NotFound("There is no such assessment.");
        }

        if (view.IsHeld)
        {
            return TypedResults.Json(new { assessment = Summary(view.Campaign, view.Sheets.Count), isHeld = true });
        }

        Standing standing = Scoring.Of(view.Frame, view.Sheets);
        return TypedResults.Json(new
        {
            assessment = Summary(view.Campaign, view.Sheets.Count),
            isHeld = false,
            weights = view.Weights.ToString(),
            mean = Number(standing.Mean),
            interval = Interval(standing.Interval),
            gate = standing.Gate,
            agreement = standing.Agreement is { } agreement ? Number(agreement) : null,
            components = standing.Components.Select(c => new
            {
                key = c.Component.Key,
                name = c.Component.Name.En,
                mean = Number(c.Mean),
                interval = Interval(c.Interval),
                weight = Number(c.Component.Weight),
                gate = c.Gate,
                alpha = c.Alpha is { } alpha ? Number(alpha) : null,
                categories = c.Categories.Select(g => new { key = g.Category.Key, name = g.Category.Name.En, weight = g.Category.Weight, count = g.Sample.Count, mean = g.Sample.Count == 0 ? null : Number(g.Sample.Mean), gate = g.Gate }),
            }),
        });
    }

    private static async Task<IResult> RoundAsync(string code, HttpContext http, RoundReader reader, JudgementStore judgements)
    {
        if (reader.Find(code) is not { Value: var round } kept)
        {
            return NotFound("There is no such round.");
        }

        RoundResult? result = RoundResult.Of(round, await judgements.OfAsync(kept.Code, http.RequestAborted), null);
        return TypedResults.Json(new
        {
            code = kept.Code,
            name = round.Name,
            opensOn = round.OpensOn,
            closesOn = round.ClosesOn,
            isFuzzy = round.IsFuzzy,
            experts = round.Experts.Count,
            handedIn = result?.Judgements.Count ?? 0,
            threshold = result is null ? null : Number(result.Dematel.Threshold),
            factors = round.Factors.Select((f, i) => new
            {
                key = f.Key,
                name = f.Name.En,
                given = result is null ? null : Number(result.Dematel.Given[i]),
                received = result is null ? null : Number(result.Dematel.Received[i]),
                isCause = result?.Dematel.Causes.Contains(i),
                total = result?.Dematel.Total[i].Select(Number),
            }),
        });
    }

    private static object Summary(Campaign campaign, int done) => new
    {
        id = campaign.Id, name = campaign.Plan.Name, frame = campaign.FrameKey, opensOn = campaign.Plan.OpensOn, closesOn = campaign.Plan.ClosesOn,
        isAnonymous = campaign.Plan.IsAnonymous, target = campaign.Plan.Target, handedIn = done,
    };

    private static double? Number(double value) => double.IsFinite(value) ? Math.Round(value, Digits) : null;

    private static object? Interval(Estimate? interval) => interval is { } i ? new { lower = Number(i.Lower), upper = Number(i.Upper) } : null;

    private static IResult NotFound(string title) => TypedResults.Problem(title: title, statusCode: StatusCodes.Status404NotFound, type: "urn:tajriba:problem:not-found");
}
