using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Feedback.Promises.Causes;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>What the pages of cases post to.</summary>
internal static class CaseEndpoints
{
    private const int LongestText = 10_000;
    private const int LongestSubject = 60;
    private const string Address = "/feedback/cases";

    public static void MapCaseDeeds(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(Address).RequirePermission(FeedbackPermissions.Handle).ExcludeFromDescription();
        group.MapPost("/deeds/open", OpenAsync).WithName("OpenCase");
        group.MapPost("/{code}/{deed}", DoAsync).WithName("DoAboutCase");
    }

    private static async Task<IResult> OpenAsync(IFormCollection form, CaseReader reader, ICases cases, ICurrentPerson person, IUnits units, CancellationToken cancellationToken)
    {
        string? unit = Unit(form);
        if (!reader.Handles(unit) || (unit is not null && units.Tree.Find(unit) is null))
        {
            return TypedResults.NotFound();
        }

        string text = Text(form);
        string customer = form["customer"].ToString().Trim();
        if (text.Length is 0 or > LongestText || customer.Length > 100 || Priority(form) is not { } priority)
        {
            return TypedResults.LocalRedirect(Address + "?wrong=NeedsText");
        }

        Case made = await cases.OpenAsync(
            new(text, unit, priority) { By = person.Id, SubjectType = customer.Length == 0 ? null : "customer", SubjectId = customer.Length == 0 ? null : customer }, cancellationToken);
        return TypedResults.LocalRedirect($"{Address}/{made.Code}?done=open");
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, CaseReader reader, ICases cases, IPeople people, ICauses causes, ICurrentPerson person, IUnits units, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(code, cancellationToken) is not { } kept || !reader.Handles(kept.Case.Unit))
        {
            return TypedResults.NotFound();
        }

        DateTimeOffset now = clock.GetUtcNow();
        string text = Text(form);
        CaseMoment? moment = text.Length > LongestText ? null : deed switch
        {
            "take" => new CaseMoment.Assigned(now, person.Id, person.Id),
            "release" => new CaseMoment.Assigned(now, person.Id, null),
            "assign" => Number(form["to"]) is { } to && await people.FindAsync(to, cancellationToken) is not null ? new CaseMoment.Assigned(now, person.Id, to) : null,
            "move" => Unit(form) is var unit && (unit is null ? reader.Handles(null) : units.Tree.Find(unit) is not null) ? new CaseMoment.Moved(now, person.Id, unit) : null,
            "priority" => Priority(form) is { } priority ? new CaseMoment.Prioritized(now, person.Id, priority) : null,
            "wait" => Enum.TryParse(form["for"], out WaitsFor whom) && Enum.IsDefined(whom) ? new CaseMoment.Waited(now, person.Id, whom) : null,
            "resume" => new CaseMoment.Resumed(now, person.Id),
            "note" => new CaseMoment.Noted(now, person.Id, text, []),
            "answer" => new CaseMoment.Answered(now, person.Id, text, null),
            "resolve" => causes.Find(form["cause"].ToString()) is { } cause ? new CaseMoment.Resolved(now, person.Id, cause.Key, text) : null,
            "close" => new CaseMoment.Closed(now, person.Id),
            "reopen" => new CaseMoment.Reopened(now, person.Id, text),
            "merge" => await reader.FindAsync(form["into"].ToString(), cancellationToken) is { } into && into.Case.State != CaseState.Merged ? new CaseMoment.Merged(now, person.Id, into.Case.Code) : null,
            _ => null,
        };
        int? seen = (int?)Number(form["seen"]);
        string wrong = moment is null || seen is null ? "what"
            : moment is CaseMoment.Answered answer && form["by"] == "message" ? Wrong(await cases.WriteAsync(kept.Case.Code, answer, Subject(kept.About.Said), seen, cancellationToken))
            : (await cases.DoAsync(kept.Case.Code, moment, seen, cancellationToken))?.ToString() ?? "";
        string back = deed == "move" && wrong.Length == 0 && !reader.Scope.Contains(Unit(form)) ? Address : $"{Address}/{kept.Case.Code}";
        return TypedResults.LocalRedirect(PageLink.With(back, wrong.Length == 0 ? ("done", deed) : ("wrong", wrong)));
    }

    private static string Wrong(AnswerOutcome outcome) => outcome.Fault?.ToString() ?? (outcome.NotSent is null ? "" : "NotSent");

    /// <summary>The customer's own words, as answers to mail have them: in any language the same.</summary>
    private static string Subject(string said)
    {
        string line = said.ReplaceLineEndings(" ").Trim();
        return "Re: " + (line.Length <= LongestSubject ? line : line[..(char.IsHighSurrogate(line[LongestSubject - 1]) ? LongestSubject - 1 : LongestSubject)] + "…");
    }

    private static string Text(IFormCollection form) => form["text"].ToString().ReplaceLineEndings("\n").Trim();

    private static string? Unit(IFormCollection form) => form["unit"].ToString() is { Length: > 0 } code ? code : null;

    private static CasePriority? Priority(IFormCollection form) => Enum.TryParse(form["priority"], out CasePriority priority) && Enum.IsDefined(priority) ? priority : null;

    private static long? Number(string? typed) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number <= int.MaxValue ? number : null;
}
