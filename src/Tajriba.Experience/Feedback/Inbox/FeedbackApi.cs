using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>Feedback for programs: the same that the inbox shows, masked in the same way.</summary>
internal static class FeedbackApi
{
    private const int MostBytes = 4 * 1024;
    private const int Usual = 50;

    public static void MapFeedbackApi(this IEndpointRouteBuilder routes)
    {
        var view = routes.MapGroup("/api/feedback").RequirePermission(FeedbackPermissions.View).WithTags("Feedback");
        view.MapGet("", ListAsync).Parameters(InboxRequest.Parameters).WithName("ListFeedback")
            .WithSummary("Feedback, the latest first (q, state, kind, sentiment, topic, urgency, unit, language, channel, from, to, before, limit). Without a state, what is new; 'all' for everything.");
        view.MapGet("/{id:long}", GetAsync).Parameters().WithName("GetFeedback").WithSummary("One piece of feedback, and the words that moved its sentiment.");
        routes.MapGroup("/api/feedback").RequirePermission(FeedbackPermissions.Handle).WithTags("Feedback").WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .MapPut("/{id:long}/state", MarkAsync).Parameters().WithName("MarkFeedbackState").WithSummary("Says how far a person has looked at it: new, done or spam.").Accepts<StateBody>("application/json");
    }

    private static async Task<IResult> ListAsync(HttpRequest request, FeedbackStore store, TopicBook taxonomy, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (InboxRequest.Fault(request.Query, read, taxonomy.Now) is { } fault)
        {
            return fault;
        }

        var filter = InboxRequest.Filter(request.Query, person.ScopeOf(FeedbackPermissions.View), units.Tree, read);
        var before = long.TryParse(request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : long.MaxValue;
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : Usual;
        var found = await store.PageAsync(filter, before, limit + 1, cancellationToken);
        return TypedResults.Ok(new { feedback = found.Take(limit).Select(i => Told(i, person)), next = found.Count > limit ? found[limit - 1].Id : (long?)null });
    }

    private static async Task<IResult> GetAsync(long id, FeedbackStore store, ICurrentPerson person, CancellationToken cancellationToken)
        => await store.FindAsync(id, person.ScopeOf(FeedbackPermissions.View), cancellationToken) is { } item ? TypedResults.Ok(Told(item, person)) : TypedResults.NotFound();

    private static async Task<IResult> MarkAsync(long id, HttpRequest request, FeedbackStore store, ICurrentPerson person, CancellationToken cancellationToken)
    {
        var scope = person.ScopeOf(FeedbackPermissions.Handle);
        if (await store.FindAsync(id, scope, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        var (body, refusal) = await JsonBody.ReadAsync<StateBody>(request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        return !Enum.TryParse<TriageState>(body!.State, ignoreCase: true, out var state) || !Enum.IsDefined(state)
            ? TypedResults.Problem("'state' is new, done or spam.", statusCode: StatusCodes.Status400BadRequest)
            : await store.MarkAsync(id, state, scope, cancellationToken) is null ? TypedResults.NotFound() : TypedResults.NoContent();
    }

    private static object Told(FeedbackItem i, ICurrentPerson person) => new
    {
        i.Id, i.Code, received = i.ReceivedAt, kind = FeedbackStore.Code(i.Kind), text = PersonalData.Shown(person, i.Text, i.Unit), i.Language,
        sentiment = new { neg = i.Sentiment.Negative, neu = i.Sentiment.Neutral, pos = i.Sentiment.Positive }, i.Topics, urgency = FeedbackStore.Code(i.Urgency), reason = i.Reason.ToString(),
        subject = new { type = i.SubjectType, id = i.SubjectId }, i.Unit, i.Channel, i.Step, i.Rating, i.Survey, state = FeedbackStore.Code(i.State), @case = i.CaseCode,
    };

    /// <param name="State"><c>new</c>, <c>done</c> or <c>spam</c>.</param>
    private sealed record StateBody(string? State);
}
