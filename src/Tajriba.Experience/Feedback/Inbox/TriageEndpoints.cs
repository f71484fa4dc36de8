using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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
