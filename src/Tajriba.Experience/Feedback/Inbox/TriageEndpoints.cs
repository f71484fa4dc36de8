using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>What the pages of the inbox post to.</summary>
internal static class TriageEndpoints
{
    public static void MapTriage(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/feedback/items").RequirePermission(FeedbackPermissions.Handle).ExcludeFromDescription();
        group.MapPost("/{id:long}/mark", MarkAsync).WithName("MarkFeedback");
        group.MapPost("/{id:long}/case", OpenCaseAsync).WithName("OpenCaseOfFeedback");
    }

    /// <summary>Opens a case for it, or leads to the one that there is.</summary>
    private static async Task<IResult> OpenCaseAsync(long id, IFormCollection form, FeedbackStore store, ICases cases, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, person.ScopeOf(FeedbackPermissions.Handle), cancellationToken) is not { } item)
        {
            return TypedResults.NotFound();
        }

        var opened = await cases.OpenAsync(
            new(item.Text, item.Unit, item.Urgency == Urgency.High ? CasePriority.High : CasePriority.Normal)
            {
                Item = id, Feedback = item.Code, SubjectType = item.SubjectType, SubjectId = item.SubjectId, Channel = item.Channel, Language = item.Language, By = person.Id,
            },
            cancellationToken);
        return TypedResults.LocalRedirect("/feedback/cases/" + opened.Code);
    }

    private static async Task<IResult> MarkAsync(long id, IFormCollection form, FeedbackStore store, ICurrentPerson person, CancellationToken cancellationToken)
    {
        var scope = person.ScopeOf(FeedbackPermissions.Handle);
        if (await store.FindAsync(id, scope, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        if (!Enum.TryParse<TriageState>(form["state"].ToString(), ignoreCase: true, out var state) || !Enum.IsDefined(state))
        {
            return TypedResults.Problem("'state' is new, done or spam.", statusCode: StatusCodes.Status400BadRequest);
        }

        var before = await store.MarkAsync(id, state, scope, cancellationToken) ?? TriageState.New;

        var back = form["back"].ToString() is { } asked && asked.StartsWith("/feedback", StringComparison.Ordinal) && !asked.Contains('\\', StringComparison.Ordinal) ? asked : "/feedback";
        return TypedResults.LocalRedirect(PageLink.With(back, ("done", FeedbackStore.Code(state)), ("item", id.ToString(CultureInfo.InvariantCulture)), ("was", FeedbackStore.Code(before))));
    }
}
