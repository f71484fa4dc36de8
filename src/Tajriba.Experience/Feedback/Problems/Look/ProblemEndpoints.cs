using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Feedback.Promises.Causes;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Problems.Look;

/// <summary>What the pages of problems post to.</summary>
internal static class ProblemEndpoints
{
    private const int LongestText = 5_000;
    private const string Address = "/feedback/problems";

    public static void MapProblemPages(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(Address).RequirePermission(FeedbackPermissions.Manage).ExcludeFromDescription();
        group.MapPost("/deeds/open", OpenAsync).WithName("OpenProblem");
        group.MapPost("/deeds/rules", RulesAsync).WithName("SetProblemRules");
        group.MapPost("/{code}/{deed}", DoAsync).WithName("DoAboutProblem");
    }

    private static async Task<IResult> OpenAsync(IFormCollection form, ProblemReader reader, ProblemStore store, ICauses causes, ICurrentPerson person, IUnits units, TimeProvider clock, CancellationToken cancellationToken)
    {
        string? unit = form["unit"].ToString() is { Length: > 0 } code ? code : null;
        if (!reader.Manages(unit) || (unit is not null && units.Tree.Find(unit) is null))
        {
            return TypedResults.NotFound();
        }

        if (causes.Find(form["cause"].ToString()) is not { } cause)
        {
            return TypedResults.LocalRedirect(Address + "?wrong=cause");
        }

        Problem made = await store.AddAsync(cause.Key, unit, new ProblemMoment.Opened(clock.GetUtcNow(), person.Id), cancellationToken);
        return TypedResults.LocalRedirect($"{Address}/{made.Code}?done=opened");
    }

    private static async Task<IResult> RulesAsync(IFormCollection form, ProblemStore store, ProblemReader reader, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Manages(null))
        {
            return TypedResults.NotFound();
        }

        var rules = new ProblemRules { Cases = Number(read, form["cases"]), Days = Number(read, form["days"]), Again = Number(read, form["again"]) };
        if (rules.Fault() is not null)
        {
            return TypedResults.LocalRedirect(Address + "?wrong=rules");
        }

        await store.SetRulesAsync(rules, cancellationToken);
        return TypedResults.LocalRedirect(Address + "?done=rules");
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, ProblemReader reader, ProblemStore store, IndicatorReader indicators, IPeople people, ICurrentPerson person, IUnits units, Read read, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(code, cancellationToken) is not { } problem || !reader.Manages(problem.Unit))
        {
            return TypedResults.NotFound();
        }

        DateTimeOffset now = clock.GetUtcNow();
        string text = form["text"].ToString().ReplaceLineEndings("\n").Trim();
        ProblemMoment? moment = text.Length > LongestText ? null : deed switch
        {
            "accept" => new ProblemMoment.Opened(now, person.Id),
            "own" => long.TryParse(form["owner"], NumberStyles.None, CultureInfo.InvariantCulture, out long owner)
                ? await people.FindAsync(owner, cancellationToken) is null ? null : new ProblemMoment.Owned(now, person.Id, owner)
                : new ProblemMoment.Owned(now, person.Id, null),
            "measure" => await MeasureAsync(form, indicators, units, cancellationToken) is { } measure ? new ProblemMoment.Measured(now, person.Id, measure) : null,
            "fix" => read.Date(form["on"].ToString()) is { } on ? new ProblemMoment.Fixed(now, person.Id, on, text) : null,
            "note" => new ProblemMoment.Noted(now, person.Id, text),
            "reopen" => new ProblemMoment.Reopened(now, person.Id, null, 0, text),
            "dismiss" => new ProblemMoment.Dismissed(now, person.Id),
            _ => null,
        };
        string wrong = moment is null ? (deed is "own" or "measure" or "fix" ? deed : "what") : (await store.DoAsync(code, moment, cancellationToken))?.ToString() ?? "";
        return TypedResults.LocalRedirect(PageLink.With($"{Address}/{code}", wrong.Length == 0 ? ("done", deed) : ("wrong", wrong)));
    }

    /// <summary>Only what the person may see can be what it is seen by.</summary>
    private static async Task<ProblemMeasure?> MeasureAsync(IFormCollection form, IndicatorReader indicators, IUnits units, CancellationToken cancellationToken)
    {
        string? unit = form["unit"].ToString() is { Length: > 0 } code ? code : null;
        string? channel = form["channel"].ToString().Trim() is { Length: > 0 and <= 100 } name ? name : null;
        return await indicators.FindAsync(form["indicator"].ToString(), cancellationToken: cancellationToken) is { } definition
            && (unit is null || units.Tree.Find(unit) is not null) && indicators.Scope.Contains(unit)
            && Enum.TryParse(form["step"], out PeriodStep step) && step is PeriodStep.Day or PeriodStep.Week or PeriodStep.Month
            ? new(definition.Key, unit, channel, step)
            : null;
    }

    private static int Number(Read read, string? typed) => read.Count(typed) is { } number and > 0 and < 1_000_000 ? (int)number : 0;
}
