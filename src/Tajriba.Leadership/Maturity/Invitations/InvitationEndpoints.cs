using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Answer;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Invitations;

/// <summary>What the pages of invitations post to: whoever holds the assessment asks, and whoever was asked begins.</summary>
internal static class InvitationEndpoints
{
    /// <summary>In place of a unit: everybody for the one they belong to.</summary>
    public const string OwnUnit = "own";

    public static void MapInvitations(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/maturity/assessments/{id:long}/invitations").RequirePermission(MaturityPermissions.Manage).ExcludeFromDescription().OverEveryUnit(MaturityPermissions.Manage);
        group.MapPost("/add", InviteAsync).WithName("InviteToAssessment");
        group.MapPost("/undo", TakeBackAsync).WithName("UndoInvitations");
        group.MapPost("/remind", RemindAsync).WithName("RemindInvited");
        routes.MapPost("/maturity/invitations/{id:long}/begin", BeginAsync).RequireAuthorization().ExcludeFromDescription().WithName("BeginInvited");
    }

    private static async Task<IResult> InviteAsync(long id, IFormCollection form, CampaignReader reader, InvitationStore store, InvitedPeople people, Show show, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { IsDeleted: false } campaign
            || form["unit"].ToString() is var unit && unit != OwnUnit && !campaign.Plan.Units.Contains(unit)
            || Ids(form) is not { } ids || await people.FindAsync(ids, cancellationToken) is not { } asked)
        {
            return TypedResults.NotFound();
        }

        if (show.Today > campaign.Plan.ClosesOn)
        {
            return Doors(campaign, ("invite", "over"));
        }

        if (!Enum.TryParse(form["as"].ToString(), out AnswerRole role) || !Enum.IsDefined(role))
        {
            role = AnswerRole.Staff;
        }

        (long Person, string? Unit)[] placed = [.. asked.Select(p => (p.Id, unit == OwnUnit ? people.UnitOf(p, campaign.Plan.Units) : unit))];
        int left = placed.Count(p => p.Unit is null);
        (int batch, int count) = await store.InviteAsync(campaign.Id, [.. placed.Where(p => p.Unit is not null).Select(p => (p.Person, p.Unit!, role))], cancellationToken);
        return count == 0
            ? TypedResults.LocalRedirect(PageLink.With(campaign.Path + "/invite", ("wrong", left > 0 ? "unit" : "nobody")))
            : Doors(campaign, ("done", "invited"), ("batch", Number(batch)), ("left", left > 0 ? Number(left) : null));
    }

    private static async Task<IResult> TakeBackAsync(long id, IFormCollection form, CampaignReader reader, InvitationStore store, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { IsDeleted: false } campaign)
        {
            return TypedResults.NotFound();
        }

        return int.TryParse(form["batch"], NumberStyles.None, CultureInfo.InvariantCulture, out int batch) && await store.TakeBackAsync(campaign.Id, batch, cancellationToken) > 0
            ? Doors(campaign, ("done", "uninvited"))
            : Doors(campaign, ("wrong", "meanwhile"));
    }

    private static async Task<IResult> RemindAsync(long id, CampaignReader reader, InvitationStore store, Show show, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { IsDeleted: false } campaign)
        {
            return TypedResults.NotFound();
        }

        if (!campaign.IsOpen(show.Today))
        {
            return Doors(campaign, ("invite", "over"));
        }

        await store.RemindAsync(campaign.Id, show.Today, cancellationToken);
        return Doors(campaign, ("done", "reminded"));
    }

    private static async Task<IResult> BeginAsync(long id, CampaignStore campaigns, SheetStore sheets, InvitationStore store, ICurrentPerson person, Show show, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, person.Id, cancellationToken) is not { } invitation)
        {
            return TypedResults.NotFound();
        }

        if (invitation.HasAnswered || await campaigns.FindAsync(id, cancellationToken) is not { } campaign || !campaign.IsOpen(show.Today))
        {
            return TypedResults.LocalRedirect(invitation.Path);
        }

        if (invitation.SheetToken is { } begun)
        {
            return TypedResults.LocalRedirect("/sheet/" + begun);
        }

        if (await sheets.BeginAsync(new Door("", campaign.Id, invitation.Unit, invitation.Role), campaign.Plan.IsAnonymous ? null : person.Name, cancellationToken) is not { } token)
        {
            return TypedResults.LocalRedirect(invitation.Path + "?wrong=full");
        }

        // Which sheet is whose is kept only where names are asked for.
        return TypedResults.LocalRedirect("/sheet/" + (campaign.Plan.IsAnonymous ? token : await store.BegunAsync(campaign.Id, person.Id, token, cancellationToken)));
    }

    private static long[]? Ids(IFormCollection form)
    {
        long[] ids = [.. form["person"].Select(p => long.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : 0)];
        return ids.Contains(0) ? null : ids;
    }

    private static IResult Doors(Campaign campaign, params (string Name, string? Value)[] more) => TypedResults.LocalRedirect(PageLink.With(campaign.Path, [("view", "doors"), .. more]));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
