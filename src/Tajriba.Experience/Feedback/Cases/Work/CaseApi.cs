using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>Cases for programs: the same that the pages show and do, masked in the same way.</summary>
internal static class CaseApi
{
    private const int MostBytes = 64 * 1024;
    private const int Usual = 50;

    public static void MapCaseApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder view = routes.MapGroup("/api/feedback/cases").RequirePermission(FeedbackPermissions.View).WithTags("Feedback");
        view.MapGet("", ListAsync).Parameters(CaseRequest.Parameters).WithName("ListCases")
            .WithSummary("Cases, the next due first or, with 'sort=newest', the last opened (view: all, mine, unassigned, overdue, done; unit, priority, state, handler, channel, language, customer, q for words or a customer, sort, after, limit).");
        view.MapGet("/{code}", GetAsync).Parameters().WithName("GetCase").WithSummary("One case with all that happened to it and how its promises stand.");
        RouteGroupBuilder handle = routes.MapGroup("/api/feedback/cases").RequirePermission(FeedbackPermissions.Handle).WithTags("Feedback").WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Parameters();
        handle.MapPost("", OpenAsync).WithName("OpenCase").WithSummary("Opens a case for what a customer said.").Accepts<CaseBody>("application/json");
        handle.MapPost("/{code}/{deed}", DoAsync).WithName("DoAboutCase").Accepts<AskedDeed>("application/json")
            .WithSummary("Does something to a case: take, release, assign (to), move (unit), priority, wait (for: Customer or ThirdParty), resume, note (text), answer (text, by: message or mouth), "
                + "resolve (cause, text), close, reopen (text), merge (into), undo. 'seen' is the version that the caller saw: 409 where there is a newer one.");
    }

    private static async Task<IResult> ListAsync(HttpRequest request, CaseList list, CaseReader reader, ICurrentPerson person, IUnits units, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (CaseRequest.Fault(request.Query) is { } fault)
        {
            return fault;
        }

        int limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out int most) ? most : Usual;
        CaseListPage page = await list.PageAsync(
            CaseRequest.Filter(request.Query, reader.Scope, units.Tree, person, clock.GetUtcNow()), CaseCursor.Parse(request.Query["after"]), null, limit, cancellationToken);
        return TypedResults.Ok(new
        {
            cases = page.Rows.Select(r => new
            {
                r.Code, state = r.State.ToString(), priority = r.Priority.ToString(), r.Unit, r.Handler, said = reader.Shown(r.Said, r.Unit), opened = r.OpenedAt, due = r.Due, r.Version,
            }),
            next = page.Next?.ToString(),
        });
    }

    private static async Task<IResult> GetAsync(string code, CaseReader reader, CancellationToken cancellationToken)
        => await reader.FindAsync(code, cancellationToken) is { } kept ? TypedResults.Ok(Told(kept, reader)) : TypedResults.NotFound();

    private static async Task<IResult> OpenAsync(HttpRequest request, CaseWork work, CaseReader reader, CancellationToken cancellationToken)
    {
        (CaseBody? body, IResult? refusal) = await JsonBody.ReadAsync<CaseBody>(request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        string? unit = CaseWork.UnitOf(body!.Unit);
        if (!work.MayOpen(unit))
        {
            return TypedResults.NotFound();
        }

        return await work.OpenAsync(unit, body.Said, body.Customer, body.Priority ?? nameof(CasePriority.Normal), cancellationToken) is { } made
            ? TypedResults.Created("/api/feedback/cases/" + made.Code, Told((await reader.FindAsync(made.Code, cancellationToken))!, reader))
            : TypedResults.Problem($"'said' is 1 to {CaseWork.LongestText} characters, 'customer' up to {CaseWork.LongestCustomer}, 'priority' one of {string.Join(", ", Enum.GetNames<CasePriority>())}.", statusCode: StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> DoAsync(string code, string deed, HttpRequest request, CaseReader reader, CaseWork work, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(code, cancellationToken) is not { } kept || !reader.Handles(kept.Case.Unit) || !CaseWork.Deeds.Contains(deed))
        {
            return TypedResults.NotFound();
        }

        (AskedDeed? asked, IResult? refusal) = await JsonBody.ReadAsync<AskedDeed>(request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        DeedOutcome outcome = await work.DoAsync(kept, deed, asked!, cancellationToken);
        return Refusal(outcome) is { } problem ? problem
            : await reader.FindAsync(kept.Case.Code, cancellationToken) is { } after ? TypedResults.Ok(Told(after, reader))
            : TypedResults.NoContent();
    }

    /// <summary>Nothing is answered of a case that somebody else has changed, nothing is done that cannot be, and what cannot be read is named.</summary>
    private static ProblemHttpResult? Refusal(DeedOutcome outcome) => outcome switch
    {
        { Fault: CaseFault.Meanwhile } => Problem("Somebody else has done something since the case was seen.", StatusCodes.Status409Conflict, "meanwhile"),
        { Fault: { } fault } => Problem($"The case does not allow it now ({fault}).", StatusCodes.Status422UnprocessableEntity, fault.ToString()),
        { NotSent: { } reason } => Problem($"No message can go out ({reason}).", StatusCodes.Status422UnprocessableEntity, "NotSent"),
        { Unread: { } name } => Problem($"'{name}' is missing, cannot be read, or names nothing that the deed can use.", StatusCodes.Status400BadRequest, name),
        _ => null,
    };

    private static ProblemHttpResult Problem(string detail, int status, string fault)
        => TypedResults.Problem(detail, statusCode: status, extensions: [KeyValuePair.Create<string, object?>("fault", fault)]);

    private static object Told(KeptCase kept, CaseReader reader)
    {
        Case c = kept.Case;
        return new
        {
            c.Code, state = c.State.ToString(), priority = c.Priority.ToString(), c.Unit, c.Handler, waitsFor = c.WaitsFor?.ToString(), said = reader.Shown(kept.About.Said, c.Unit),
            opened = c.OpenedAt, answered = c.AnsweredAt, resolved = c.ResolvedAt, c.Cause, action = Shown(c.Action), c.Reopenings, c.MergedInto, c.Absorbed, c.Earlier, c.Stars, c.Items,
            subject = kept.About is { SubjectType: { } type, SubjectId: { } id } ? new { type, id } : null, kept.About.Channel, kept.About.Language, kept.About.Feedback, c.Rule, kept.Version,
            promises = reader.ClocksOf(c).Select(p => new
            {
                target = p.Target.ToString(), state = p.State.ToString(), kept = p.IsKept, within = (long)p.Within.TotalSeconds, spent = (long)p.Spent.TotalSeconds,
                due = p.Due?.ToDateTimeOffset(), done = p.DoneAt?.ToDateTimeOffset(), broken = p.BrokenAt?.ToDateTimeOffset(),
            }),
            moments = c.Moments.Select(m => Told(m, Shown)),
        };

        string? Shown(string? text) => text is null ? null : reader.Shown(text, c.Unit);
    }

    private static Dictionary<string, object?> Told(CaseMoment moment, Func<string?, string?> shown)
    {
        (string Name, object? Value)[] more = moment switch
        {
            CaseMoment.Opened m => [("unit", m.Unit), ("priority", m.Priority.ToString()), ("item", m.Item == 0 ? null : m.Item), ("rule", m.Rule), ("earlier", m.Earlier)],
            CaseMoment.Assigned m => [("to", m.To)],
            CaseMoment.Moved m => [("unit", m.Unit), ("to", m.To)],
            CaseMoment.Prioritized m => [("priority", m.Priority.ToString())],
            CaseMoment.Noted m => [("text", shown(m.Text)), ("mentions", m.Mentions)],
            CaseMoment.Joined m => [("item", m.Item)],
            CaseMoment.Answered m => [("text", shown(m.Text)), ("message", m.Message)],
            CaseMoment.Replied m => [("text", shown(m.Text))],
            CaseMoment.Waited m => [("for", m.For.ToString())],
            CaseMoment.Resolved m => [("cause", m.Cause), ("text", shown(m.Action))],
            CaseMoment.Reopened m => [("text", shown(m.Reason))],
            CaseMoment.Merged m => [("into", m.Into)],
            CaseMoment.Absorbed m => [("from", m.From)],
            CaseMoment.Released m => [("from", m.From)],
            CaseMoment.Escalated m => [("target", m.Target.ToString()), ("share", m.Share), ("told", m.Told), ("raised", m.Raised?.ToString())],
            CaseMoment.Rated m => [("stars", m.Stars), ("text", shown(m.Text))],
            _ => [],
        };
        Dictionary<string, object?> told = new(StringComparer.Ordinal) { ["did"] = moment.GetType().Name.ToLowerInvariant(), ["at"] = moment.At, ["by"] = moment.By };
        foreach ((string name, object? value) in more)
        {
            told[name] = value;
        }

        return told;
    }

    /// <param name="Said">What the customer wrote or said.</param>
    /// <param name="Unit">Code of the unit that has to answer; null for the organization.</param>
    /// <param name="Customer">The customer's number, where it is known.</param>
    /// <param name="Priority"><c>Low</c>, <c>Normal</c> (taken where none is named), <c>High</c> or <c>Urgent</c>.</param>
    private sealed record CaseBody(string? Said, string? Unit, string? Customer, string? Priority);
}
