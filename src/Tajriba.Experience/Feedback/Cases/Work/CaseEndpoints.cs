using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>What the pages of cases post to.</summary>
internal static class CaseEndpoints
{
    private const string Address = "/feedback/cases";

    public static void MapCaseDeeds(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(Address).RequirePermission(FeedbackPermissions.Handle).ExcludeFromDescription();
        group.MapPost("/deeds/open", OpenAsync).WithName("OpenCaseByPage");
        group.MapPost("/{code}/{deed}", DoAsync).WithName("DoAboutCaseByPage");
        routes.MapPost(Address + "/{code}/seen", SeenAsync).RequirePermission(FeedbackPermissions.View).ExcludeFromDescription().WithName("SeeNoticesOfCase");
    }

    private static async Task<IResult> OpenAsync(IFormCollection form, CaseWork work, CancellationToken cancellationToken)
    {
        string? unit = CaseWork.UnitOf(form["unit"]);
        if (!work.MayOpen(unit))
        {
            return TypedResults.NotFound();
        }

        return await work.OpenAsync(unit, form["text"], form["customer"], form["priority"], cancellationToken) is { } made
            ? TypedResults.LocalRedirect($"{Address}/{made.Code}?done=open")
            : TypedResults.LocalRedirect(Address + "?wrong=NeedsText");
    }

    private static async Task<IResult> DoAsync(string code, string deed, IFormCollection form, CaseReader reader, CaseWork work, CaseDrafts drafts, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(code, cancellationToken) is not { } kept || !reader.Handles(kept.Case.Unit) || !CaseWork.Deeds.Contains(deed))
        {
            return TypedResults.NotFound();
        }

        var asked = AskedDeed.Of(form);
        DeedOutcome outcome = await work.DoAsync(kept, deed, asked, cancellationToken);
        string page = $"{Address}/{kept.Case.Code}";
        if (outcome.Wrong is { } wrong)
        {
            if (CaseWork.Draft(asked.Text) is { } text)
            {
                await drafts.KeepAsync(kept.Case.Code, person.Id, deed, text, cancellationToken);
            }

            return TypedResults.LocalRedirect(PageLink.With(page, ("wrong", wrong)));
        }

        if (!string.IsNullOrEmpty(asked.Text))
        {
            await drafts.ForgetAsync(kept.Case.Code, person.Id, cancellationToken);
        }

        string back = deed == "move" && !reader.Scope.Contains(CaseWork.UnitOf(asked.Unit)) ? Address : Back(form["back"]) ?? page;
        return TypedResults.LocalRedirect(PageLink.With(back, ("done", deed), ("case", back.StartsWith(page, StringComparison.Ordinal) ? null : kept.Case.Code)));
    }

    /// <summary>Whoever was told of something in a case says that they have seen it.</summary>
    private static async Task<IResult> SeenAsync(string code, IFormCollection form, CaseReader reader, CaseNotices notices, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(code, cancellationToken) is not { } kept)
        {
            return TypedResults.NotFound();
        }

        await notices.ForgetAsync(kept.Case.Code, person.Id, cancellationToken);
        return TypedResults.LocalRedirect($"{Address}/{kept.Case.Code}");
    }

    /// <summary>The list from which it was asked for, and nothing outside.</summary>
    private static string? Back(string? asked)
        => asked is not null && (asked == Address || asked.StartsWith(Address + "?", StringComparison.Ordinal)) && !asked.Contains('\\', StringComparison.Ordinal) ? asked : null;
}
