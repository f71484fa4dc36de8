using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Campaigns;

/// <summary>What the pages of assessments post to.</summary>
internal static class CampaignEndpoints
{
    private const string Address = "/maturity/assessments";

    public static void MapCampaigns(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(Address).RequirePermission(MaturityPermissions.Manage).ExcludeFromDescription().OverEveryUnit(MaturityPermissions.Manage);
        group.MapPost("/deeds/open", OpenAsync).WithName("OpenAssessment");
        group.MapPost("/{id:long}/{deed}", DoAsync).WithName("DoAboutAssessment");
    }

    private static async Task<IResult> OpenAsync(IFormCollection form, CampaignStore store, FrameLibrary library, IUnits units, Read read, CancellationToken cancellationToken)
    {
        string[] asked = [.. form["unit"].OfType<string>().Where(u => u.Length > 0)];
        if (asked.Any(u => units.Tree.Find(u) is null) || await library.FindAsync(form["frame"].ToString(), cancellationToken) is not { Frame: { } frame } kept)
        {
            return TypedResults.NotFound();
        }

        if (read.Date(form["opens"].ToString()) is not { } opens || read.Date(form["closes"].ToString()) is not { } closes)
        {
            return Again("dates");
        }

        var plan = new CampaignPlan(form["name"].ToString().Trim(), asked, opens, closes, form["anonymous"] == "true",
            read.Count(form["threshold"].ToString()) is { } threshold and > 0 and < 1_000 ? (int)threshold : 0,
            read.Number(form["target"].ToString()) is { } target ? (double)target : 0);
        if (plan.Fault() is { } fault)
        {
            return Again(fault);
        }

        Campaign made = await store.AddAsync(frame.Key, kept.Version, plan, cancellationToken);
        return TypedResults.LocalRedirect(made.Path + "?view=doors&done=opened");
    }

    private static async Task<IResult> DoAsync(long id, string deed, IFormCollection form, CampaignStore store, CampaignReader reader, Read read, Show show, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } campaign || deed is not ("dates" or "delete" or "restore"))
        {
            return TypedResults.NotFound();
        }

        switch (deed)
        {
            case "delete":
                return TypedResults.LocalRedirect(await store.DeleteAsync(campaign, true, cancellationToken) ? PageLink.With("/maturity", ("done", "deleted"), ("id", campaign.Path[(campaign.Path.LastIndexOf('/') + 1)..])) : campaign.Path + "?wrong=meanwhile");
            case "restore":
                return TypedResults.LocalRedirect(campaign.Path + (await store.DeleteAsync(campaign, false, cancellationToken) ? "?done=restored" : "?wrong=meanwhile"));
            default:
                // Who has seen the results of an anonymous one could tell the next answer by their difference.
                if (campaign.Plan.IsAnonymous && show.Today > campaign.Plan.ClosesOn)
                {
                    return TypedResults.LocalRedirect(campaign.Path + "?view=doors&wrong=closed");
                }

                if (read.Date(form["closes"].ToString()) is not { } closes || (campaign.Plan with { ClosesOn = closes }).Fault() is not null)
                {
                    return TypedResults.LocalRedirect(campaign.Path + "?view=doors&wrong=dates");
                }

                return TypedResults.LocalRedirect(campaign.Path + (await store.CloseOnAsync(campaign, closes, cancellationToken) ? "?view=doors&done=dates" : "?view=doors&wrong=meanwhile"));
        }
    }

    private static IResult Again(string fault) => TypedResults.LocalRedirect($"{Address}/new?wrong={fault}");
}
