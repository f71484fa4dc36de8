using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Leadership.Maturity.Invitations;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Answer;

/// <summary>What those post to who answer. Whoever knows the address may: of a door to begin, of a sheet to fill it in.</summary>
internal static class AnswerEndpoints
{
    private const int MostBytes = 256 * 1024;
    private const int LongestName = 200;

    public static void MapAnswers(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        group.MapPost("/assess/{token}/begin", BeginAsync).WithName("BeginSheet");
        group.MapPost("/sheet/{token}/save", SaveAsync).WithName("SaveSheet");
    }

    private static async Task<IResult> BeginAsync(string token, IFormCollection form, CampaignStore campaigns, SheetStore sheets, Show show, CancellationToken cancellationToken)
    {
        if (await campaigns.DoorAsync(token, cancellationToken) is not { } door || await campaigns.FindAsync(door.Campaign, cancellationToken) is not { } campaign || !campaign.IsOpen(show.Today))
        {
            return TypedResults.NotFound();
        }

        string name = form["name"].ToString().Trim();
        if (!campaign.Plan.IsAnonymous && name.Length is 0 or > LongestName)
        {
            return TypedResults.LocalRedirect(door.Path + "?wrong=name");
        }

        return await sheets.BeginAsync(door, campaign.Plan.IsAnonymous ? null : name, cancellationToken) is { } sheet
            ? TypedResults.LocalRedirect("/sheet/" + sheet)
            : TypedResults.LocalRedirect(door.Path + "?wrong=full");
    }

    private static async Task<IResult> SaveAsync(string token, IFormCollection form, CampaignStore campaigns, SheetStore sheets, FrameLibrary library, InvitationStore invitations, ICurrentPerson person, Show show, CancellationToken cancellationToken)
    {
        if (await sheets.FindAsync(token, cancellationToken) is not { } sheet || await campaigns.FindAsync(sheet.Campaign, cancellationToken) is not { } campaign || !campaign.IsOpen(show.Today)
            || await library.FindAsync(campaign.FrameKey, campaign.FrameVersion, cancellationToken) is not { } frame)
        {
            return TypedResults.NotFound();
        }

        string address = "/sheet/" + token;
        bool hands = form["go"] == "done";
        if (frame.Component(form["component"].ToString()) is { } component)
        {
            await sheets.SaveAsync(token, s => s with { Answers = Changed(s.Answers, component, form), IsDone = hands || s.IsDone }, cancellationToken);
        }
        else if (hands)
        {
            await sheets.SaveAsync(token, s => s with { IsDone = true }, cancellationToken);
        }

        if (hands && person.IsSignedIn)
        {
            await invitations.AnsweredAsync(campaign.Id, person.Id, cancellationToken);
        }

        string to = form["go"].ToString();
        return TypedResults.LocalRedirect(hands ? address + "?done=handed" : frame.Component(to) is { } next ? $"{address}/{next.Key}?done=saved" : address + "?done=saved");
    }

    /// <summary>Only what stands on the page of a component is taken from its form; what is not chosen is not known.</summary>
    private static SheetAnswers Changed(SheetAnswers before, FrameComponent component, IFormCollection form)
    {
        var levels = new Dictionary<string, int>(before.Levels, StringComparer.Ordinal);
        var evidence = new Dictionary<string, string>(before.Evidence, StringComparer.Ordinal);
        foreach (FrameCategory category in component.Categories)
        {
            foreach (Practice practice in category.Practices)
            {
                levels.Remove(practice.Key);
                if (form["level:" + practice.Key].ToString() is [var digit] && digit - '0' is >= 1 and <= Frame.Levels and var level)
                {
                    levels[practice.Key] = level;
                }
            }

            evidence.Remove(category.Key);
            if (form["evidence:" + category.Key].ToString().ReplaceLineEndings("\n").Trim() is { Length: > 0 and <= SheetAnswers.LongestEvidence } text && !text.Contains('\0', StringComparison.Ordinal))
            {
                evidence[category.Key] = text;
            }
        }

        return new(levels, evidence);
    }
}
