using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary><c>/api/surveys/programmes</c>: the same as the pages, by the same rights. A programme asks people of every unit, so that it takes the right over all of them.</summary>
internal static class ProgrammeApi
{
    private const int MostBytes = 32 * 1024 * 1024;

    public static void MapProgrammeApi(this IEndpointRouteBuilder routes)
    {
        var view = Group(routes, SurveyPermissions.View);
        view.MapGet("", ListAsync).Parameters().WithName("ListProgrammes").WithSummary("Programmes, oldest first.");
        view.MapGet("/{key}", GetAsync).Parameters().WithName("GetProgramme").WithSummary("One programme.");
        view.MapGet("/{key}/statistics", StatisticsAsync).Parameters().WithName("GetProgrammeStatistics").WithSummary("How far its invitations came, why others were not sent, and the response rate with its 95% interval.");
        view.MapGet("/{key}/invitations", InvitationsAsync).Parameters("state", "reason", "before", "limit").WithName("ListInvitations").WithSummary("Its invitations, newest first, also those that were not sent, with the reason (state, reason, before, limit).");

        var send = Group(routes, SurveyPermissions.Send);
        send.MapPost("", AddAsync).Parameters().WithName("CreateProgramme").WithSummary("Makes a programme, which asks from now on.").Accepts<ProgrammeBody>("application/json");
        send.MapPut("/{key}", ChangeAsync).Parameters().WithName("ChangeProgramme").WithSummary("Replaces a programme's name, survey and settings.").Accepts<ProgrammeBody>("application/json");
        send.MapDelete("/{key}", (string key, ProgrammeStore store, CancellationToken cancel) => DoneAsync(store.DeleteAsync(key, cancel))).Parameters().WithName("DeleteProgramme").WithSummary("Ends a programme.");
        send.MapPost("/{key}/pause", (string key, ProgrammeStore store, CancellationToken cancel) => DoneAsync(store.SwitchAsync(key, isOn: false, cancel)))
            .Parameters().WithName("PauseProgramme").WithSummary("Asks nobody until it is resumed; what is planned waits.");
        send.MapPost("/{key}/resume", (string key, ProgrammeStore store, CancellationToken cancel) => DoneAsync(store.SwitchAsync(key, isOn: true, cancel)))
            .Parameters().WithName("ResumeProgramme").WithSummary("Asks from now on; nothing of the pause is made up for.");
        send.MapGet("/{key}/preview", PreviewAsync).Parameters("customers").WithName("PreviewProgramme").WithSummary("Whom it would ask now, and why not the others.");
        send.MapPost("/{key}/invitations", InviteAsync).Parameters().WithName("InviteCustomers").WithSummary("Invites the customers of a list, all of them or none.").Accepts<InviteBody>("application/json");
    }

    private static RouteGroupBuilder Group(IEndpointRouteBuilder routes, Permission permission) =>
        routes.MapGroup("/api/surveys/programmes").RequirePermission(permission).WithTags("Surveys").WithMetadata(new RequestSizeLimitAttribute(MostBytes)).OverEveryUnit(permission);

    private static async Task<IResult> ListAsync(HttpRequest request, ProgrammeStore store, CancellationToken cancellationToken) =>
        ProgrammeJson.Answer(new { programmes = (await store.ListAsync(cancellationToken)).Select(Told) });

    private static async Task<IResult> GetAsync(string key, HttpRequest request, ProgrammeStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(key, cancellationToken) is { } programme ? ProgrammeJson.Answer(Told(programme)) : TypedResults.NotFound();

    private static async Task<IResult> StatisticsAsync(string key, HttpRequest request, ProgrammeStore store, InvitationStore invitations, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } programme)
        {
            return TypedResults.NotFound();
        }

        var funnel = Funnel.Of((await invitations.CountAsync(cancellationToken)).Where(c => c.ProgrammeId == programme.Id));
        return ProgrammeJson.Answer(new
        {
            funnel.Planned, funnel.Sent, funnel.Opened, funnel.Answered, notSent = funnel.Suppressed,
            reasons = funnel.Reasons.Select(r => new { r.Reason, r.Count }),
            rate = funnel.Rate is { } rate ? new { rate.Value, rate.Lower, rate.Upper } : null,
        });
    }

    private static async Task<IResult> InvitationsAsync(string key, HttpRequest request, ProgrammeStore store, InvitationStore invitations, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } programme)
        {
            return TypedResults.NotFound();
        }

        var query = request.Query;
        (long before, int limit) = (long.MaxValue, 50);
        InvitationState? state = null;
        if (query.TryGetValue("state", out var said))
        {
            state = Enum.GetValues<InvitationState>().Select(s => (InvitationState?)s).FirstOrDefault(s => InvitationStore.Code(s!.Value) == said.ToString());
            if (state is null)
            {
                return ProgrammeJson.Bad("'state' is planned, queued, sent, opened, answered, suppressed or expired.");
            }
        }

        if ((query.TryGetValue("before", out var from) && !long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            || (query.TryGetValue("limit", out var most) && (!int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > 500)))
        {
            return ProgrammeJson.Bad("'before' is a number that 'next' gave; 'limit' is 1 to 500.");
        }

        var found = await invitations.ListAsync(programme.Id, state, null, query["reason"].ToString() is { Length: > 0 } reason ? reason : null, before, limit + 1, cancellationToken);
        return ProgrammeJson.Answer(new
        {
            invitations = found.Take(limit).Select(i => new
            {
                i.Id, customer = i.CustomerId, i.Unit, i.Language, state = InvitationStore.Code(i.State), i.Reason, i.Channel, message = i.MessageId, i.Due, i.Expires, i.Sent, i.Answered, i.Reminders,
            }),
            next = found.Count > limit ? found[limit - 1].Id : (long?)null,
        });
    }

    private static async Task<IResult> AddAsync(HttpRequest request, ProgrammeStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (body, refusal) = await ReadAsync(request, store, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var key = body!.Key ?? ProgrammeForm.KeyOf(body.Name!, clock.GetUtcNow());
        if (key.Length > 60 || ProgrammeForm.KeyOf(key, clock.GetUtcNow()) != key)
        {
            return ProgrammeJson.Bad("'key' is made of a-z, 0-9 and single hyphens, at most 60.");
        }

        return await store.AddAsync(key, body.Name!, body.Survey!, body.Settings!, cancellationToken: cancellationToken) is null
            ? TypedResults.Problem("Another programme has this key, or had it.", statusCode: StatusCodes.Status409Conflict)
            : ProgrammeJson.Answer(Told((await store.FindAsync(key, cancellationToken))!), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ChangeAsync(string key, HttpRequest request, ProgrammeStore store, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        var (body, refusal) = await ReadAsync(request, store, cancellationToken);
        refusal ??= body!.Key is { } other && other != key ? ProgrammeJson.Bad("'key' stands once a programme is made.") : null;
        return refusal ?? (await store.ChangeAsync(key, body!.Name!, body.Survey!, body.Settings!, cancellationToken)
            ? ProgrammeJson.Answer(Told((await store.FindAsync(key, cancellationToken))!))
            : TypedResults.NotFound());
    }

    private static async Task<IResult> PreviewAsync(string key, HttpRequest request, ProgrammeStore store, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } programme)
        {
            return TypedResults.NotFound();
        }

        var list = programme.Settings.Trigger == TriggerKind.List ? request.Query["customers"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : null;
        var preview = await ((ProgrammePreview)services.GetService(typeof(ProgrammePreview))!).OfAsync(programme, list, cancellationToken);
        return ProgrammeJson.Answer(new { preview.Population, preview.NotDrawn, preview.Looked, preview.Asked, reasons = preview.Reasons.Select(r => new { r.Reason, r.Count }) });
    }

    private static async Task<IResult> InviteAsync(string key, HttpRequest request, ProgrammeStore store, InvitationStore invitations, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } programme)
        {
            return TypedResults.NotFound();
        }

        var (body, refusal) = await ProgrammeJson.ReadAsync<InviteBody>(request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        if (programme.Settings.Trigger != TriggerKind.List)
        {
            return TypedResults.Problem("The programme does not invite by a list.", statusCode: StatusCodes.Status409Conflict);
        }

        return body!.Customers is not { } customers || InvitationList.Fault(customers)
            ? ProgrammeJson.Bad("'customers' holds 1 to 100,000 ids of 1 to 200 characters.")
            : ProgrammeJson.Answer(new { planned = await invitations.InviteAsync(programme, customers, body.NotBefore, clock.GetUtcNow(), cancellationToken) }, StatusCodes.Status202Accepted);
    }

    private static async Task<(ProgrammeBody? Body, IResult? Refusal)> ReadAsync(HttpRequest request, ProgrammeStore store, CancellationToken cancellationToken)
    {
        var (body, refusal) = await ProgrammeJson.ReadAsync<ProgrammeBody>(request, cancellationToken);
        if (refusal is null)
        {
            var fault = body!.Name is not { Length: > 0 and <= 200 } ? "name" : body.Settings is null || HasHoles(body.Settings) ? "settings" : body.Settings.Fault() is { } member ? "settings." + member : null;
            fault ??= (await store.SurveysAsync(cancellationToken)).Any(s => s.Key == body.Survey) ? null : "survey";
            refusal = fault is null ? null : ProgrammeJson.Bad($"'{fault}' is missing or breaks a rule.");
        }

        return (body, refusal);
    }

    /// <summary>A list with nothing at a place, which JSON can say and the settings do not know.</summary>
    private static bool HasHoles(ProgrammeSettings s)
    {
        static bool In<T>(IEnumerable<T?> list) => list.Any(one => one is null);
        return In(s.Texts) || In(s.Channels) || In(s.Context) || In(s.Strata) || In(s.Conditions) || In(s.PersonConditions) || s.Conditions.Concat(s.PersonConditions).Any(c => In(c.Values));
    }

    private static object Told(Programme p) => new { p.Key, p.Name, survey = p.SurveyKey, p.IsOn, p.Settings };

    private static async Task<IResult> DoneAsync(Task<bool> change) => await change ? TypedResults.NoContent() : TypedResults.NotFound();
}
