using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Insights.Look;

/// <summary>What the pages of insights post to.</summary>
internal static class InsightEndpoints
{
    /// <summary>Days until somebody looks again, where nothing else is said.</summary>
    public const int UsualDays = 180;

    private const string Address = "/insights";
    private static readonly char[] Commas = [',', '،', '؛', ';', '\n', '#'];

    public static void MapInsightPages(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(Address).ExcludeFromDescription();
        group.MapPost("/new", TellAsync).RequirePermission(InsightsPermissions.Tell).WithName("TellInsight");
        group.MapPost("/{code}/follow", (string code, InsightReader reader, InsightStore store, ICurrentPerson person, CancellationToken cancellationToken) => FollowAsync(code, true, reader, store, person, cancellationToken))
            .RequirePermission(InsightsPermissions.View).WithName("FollowInsight");
        group.MapPost("/{code}/unfollow", (string code, InsightReader reader, InsightStore store, ICurrentPerson person, CancellationToken cancellationToken) => FollowAsync(code, false, reader, store, person, cancellationToken))
            .RequirePermission(InsightsPermissions.View).WithName("UnfollowInsight");
        group.MapPost("/{code}/{deed}", DoAsync).RequirePermission(InsightsPermissions.Tell).WithName("DoAboutInsight");
    }

    private static async Task<IResult> TellAsync(IFormCollection form, InsightReader reader, InsightStore store, IUnits units, IPeople people, ICurrentPerson person, Read read, Show show, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Unit(form) is var unit && (!reader.Tells(unit) || (unit is not null && units.Tree.Find(unit) is null)))
        {
            return TypedResults.NotFound();
        }

        (InsightContent? content, string? wrong) = await ContentAsync(form, people, person, read, cancellationToken);
        wrong ??= Insight.FaultOf(content!, show.Today)?.ToString();
        if (wrong is not null)
        {
            return TypedResults.LocalRedirect(PageLink.With(Address + "/new", ("wrong", wrong)));
        }

        Insight made = await store.AddAsync(new(clock.GetUtcNow(), person.Id, content!), cancellationToken);
        return TypedResults.LocalRedirect($"{Address}/{made.Code}?done=tell");
    }

    private static async Task<IResult> FollowAsync(string code, bool wanted, InsightReader reader, InsightStore store, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(code, cancellationToken) is not { } insight)
        {
            return TypedResults.NotFound();
        }

        await store.FollowAsync(person.Id, insight.Id, wanted, cancellationToken);
        return TypedResults.LocalRedirect(PageLink.With($"{Address}/{code}", ("done", wanted ? "follow" : "unfollow")));
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, InsightReader reader, InsightStore store, IUnits units, IPeople people, ICurrentPerson person, Read read, Show show, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(code, cancellationToken) is not { } insight || !reader.Tells(insight.Content.Unit))
        {
            return TypedResults.NotFound();
        }

        (DateTimeOffset now, long by) = (clock.GetUtcNow(), person.Id);
        InsightMoment? moment = null;
        string? wrong = null;
        string text = form["text"].ToString().ReplaceLineEndings("\n").Trim();
        string path = form["path"].ToString().Trim();
        if (text.Length > InsightContent.LongestText || (path.Length > 0 && !Evidence.IsPath(path)))
        {
            wrong = path.Length > 0 && !Evidence.IsPath(path) ? "path" : "what";
        }
        else if (deed == "change")
        {
            if (Unit(form) is var unit && (!reader.Tells(unit) || (unit is not null && units.Tree.Find(unit) is null)))
            {
                return TypedResults.NotFound();
            }

            (InsightContent? content, wrong) = await ContentAsync(form, people, person, read, cancellationToken);
            moment = content is null ? null : new InsightMoment.Changed(now, by, content);
        }
        else
        {
            moment = deed switch
            {
                "undo" => insight.Before is { } before && reader.Tells(before.Unit) ? new InsightMoment.Changed(now, by, before) : null,
                "review" => read.Date(form["review"].ToString()) is { } next && Sure(form) is { } sure ? new InsightMoment.Reviewed(now, by, next, sure, text) : null,
                "refute" => new InsightMoment.Refuted(now, by, text),
                "retire" => new InsightMoment.Retired(now, by, text),
                "restore" => new InsightMoment.Restored(now, by),
                "decide" => new InsightMoment.Decided(now, by, text, path.Length > 0 ? path : null),
                "effect" => int.TryParse(form["decision"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && Enum.TryParse(form["effect"], out InsightEffect effect) && Enum.IsDefined(effect)
                    ? new InsightMoment.Seen(now, by, number, effect, text, path.Length > 0 ? path : null)
                    : null,
                _ => null,
            };
            wrong = moment is null ? "what" : null;
        }

        int? seen = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out int known) ? known : null;
        wrong ??= (await store.DoAsync(code, moment!, show.Today, seen, cancellationToken))?.ToString();
        string back = $"{Address}/{code}" + (deed == "change" && wrong is not null ? "/edit" : "");
        return TypedResults.LocalRedirect(PageLink.With(back, wrong is null ? ("done", deed) : ("wrong", wrong)));
    }

    /// <summary>What a form says; a key of what is wrong where it cannot be read.</summary>
    private static async Task<(InsightContent? Content, string? Wrong)> ContentAsync(IFormCollection form, IPeople people, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        string[] lines = [.. (form["views"] + "\n" + form["quotes"]).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        Evidence?[] evidence = [.. lines.Select(Evidence.Parse)];
        string[] tags = [.. form["tags"].ToString().Split(Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        string claim = form["claim"].ToString().Trim(), detail = form["detail"].ToString().ReplaceLineEndings("\n").Trim(), step = form["step"].ToString().Trim();
        long? owner = long.TryParse(form["owner"], NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : null;
        return claim.Length > InsightContent.LongestClaim || detail.Length > InsightContent.LongestText || step.Length > InsightContent.LongestTag ? (null, "what")
            : evidence.Length > InsightContent.MostEvidence || evidence.Contains(null) ? (null, "evidence")
            : tags.Length > InsightContent.MostTags || tags.Any(t => t.Length > InsightContent.LongestTag) ? (null, "tags")
            : read.Date(form["review"].ToString()) is not { } review ? (null, "review")
            : Sure(form) is not { } sure ? (null, "what")
            : owner is { } one && one != person.Id && await people.FindAsync(one, cancellationToken) is null ? (null, "owner")
            : (new(claim, sure, review) { Detail = detail, Evidence = [.. evidence.OfType<Evidence>()], Tags = tags, Step = step.Length > 0 ? step : null, Unit = Unit(form), Owner = owner }, null);
    }

    private static string? Unit(IFormCollection form) => form["unit"].ToString() is { Length: > 0 } code ? code : null;

    private static Confidence? Sure(IFormCollection form) => Enum.TryParse(form["confidence"], out Confidence sure) && Enum.IsDefined(sure) ? sure : null;
}
