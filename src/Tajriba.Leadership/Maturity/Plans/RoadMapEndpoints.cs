using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Plans;

/// <summary>What the pages of road maps post to.</summary>
internal static class RoadMapEndpoints
{
    private const string Address = "/maturity/plans";
    private const int LongestLine = 300, MostLater = 40;

    public static void MapRoadMaps(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder manage = routes.MapGroup(Address).RequirePermission(MaturityPermissions.Manage).ExcludeFromDescription().OverEveryUnit(MaturityPermissions.Manage);
        manage.MapPost("/deeds/propose", ProposeAsync).WithName("ProposeRoadMap");
        manage.MapPost("/deeds/undo", UndoAsync).WithName("UndoRoadMap");
        manage.MapPost("/{code}/objectives", ObjectivesAsync).WithName("MakeObjectivesOfRoadMap");
        manage.MapPost("/{code}/{deed}", DoAsync).WithName("ChangeRoadMap");
    }

    private static async Task<IResult> ProposeAsync(IFormCollection form, MaturityBook book, RoadMapReader reader, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (Line(form, "name") is not { Length: > 0 } name)
        {
            return Wrong(Address, "name");
        }

        if (await reader.ProposeAsync(name, cancellationToken) is not { Steps.Count: > 0 } proposed)
        {
            return Wrong(Address, "gaps");
        }

        string code = await book.AddAsync(MaturityBook.Plan, MaturityBook.PlanPrefix, proposed, person.Id, cancellationToken: cancellationToken);
        return Done($"{Address}/{code}", "proposed", code, 1);
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, MaturityBook book, RoadMapReader reader, IPeople people, ICurrentPerson person, Read read, Show show, CancellationToken cancellationToken)
    {
        if (reader.Find(code) is not { } kept || deed is not ("step" or "add" or "remove" or "delete"))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        if (deed == "delete")
        {
            return await book.SaveAsync<RoadMap>(MaturityBook.Plan, kept.Code, Seen(form), null, person.Id, cancellationToken: cancellationToken) is { } gone ? Done(Address, "deleted", kept.Code, gone) : Wrong(page, "meanwhile");
        }

        RoadMap before = kept.Value;
        RoadStep? step = before.Steps.FirstOrDefault(s => s.Key == form["step"]);
        if (step is null != (deed == "add"))
        {
            return TypedResults.NotFound();
        }

        (RoadMap? after, string? fault) = deed == "remove"
            ? (before with { Steps = [.. before.Steps.Where(s => s != step).Select(s => s with { After = [.. s.After.Where(a => a != step!.Key)] })] }, null)
            : await ChangedAsync(before, step, form, people, read, show, cancellationToken);
        return fault is not null ? Wrong(PageLink.With(page, ("step", step?.Key)), fault)
            : await book.SaveAsync(MaturityBook.Plan, kept.Code, Seen(form), after, person.Id, cancellationToken: cancellationToken) is { } version ? Done(page, "saved", kept.Code, version)
            : Wrong(page, "meanwhile");
    }

    /// <summary>Every step becomes an objective with the level that is aimed at as its key result; one that was made before stays as it is.</summary>
    private static async Task<IResult> ObjectivesAsync(string code, RoadMapReader reader, IObjectives objectives, ICurrentPerson person, Show show, IStringLocalizer<RoadMapTexts> texts, CancellationToken cancellationToken)
    {
        // Whoever may not write objectives makes none this way either.
        if (reader.Find(code) is not { } kept || !person.ScopeOf(ObjectivePermissions.Manage).IsEverything)
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}", language = show.Reader.Language;
        foreach (RoadStep step in kept.Value.InOrder)
        {
            string component = OwnFrame.Value.Component(step.Component)?.Name.In(language) ?? step.Component;
            string judged = OwnFrame.Value.Categories.FirstOrDefault(c => c.Key == step.Category)?.Name.In(language) ?? component;
            var proposal = new ObjectiveProposal(step.Title.In(language), texts["ObjectiveWhy", component], null, step.Owner, step.Quarter, $"{page}?step={step.Key}")
            {
                Told = [(texts["ObjectiveLevel", judged], step.Level > 0 ? step.Level : 1, Math.Min(Frame.Levels, Math.Floor(step.Level) + 1))],
            };
            if (await objectives.ProposeAsync(proposal, person.Id, cancellationToken) is null)
            {
                return Wrong(page, "cycle");
            }
        }

        return TypedResults.LocalRedirect(PageLink.With(page, ("done", "objectives")));
    }

    private static async Task<(RoadMap? After, string? Fault)> ChangedAsync(RoadMap before, RoadStep? step, IFormCollection form, IPeople people, Read read, Show show, CancellationToken cancellationToken)
    {
        if (before.Steps.Count >= RoadMap.MostSteps && step is null)
        {
            return (null, "many");
        }

        if (Line(form, "title") is not { Length: > 0 } title || Line(form, "technology") is not { } technology)
        {
            return (null, "title");
        }

        if (read.Count(form["effort"].ToString()) is not ({ } effort and >= 1 and <= RoadStep.MostEffort))
        {
            return (null, "effort");
        }

        if (!int.TryParse(form["later"], NumberStyles.None, CultureInfo.InvariantCulture, out int later) || later > MostLater || OwnFrame.Value.Component(form["component"].ToString()) is not { } component)
        {
            return (null, "title");
        }

        long? owner = long.TryParse(form["owner"], NumberStyles.None, CultureInfo.InvariantCulture, out long id) && (id == step?.Owner || await people.FindAsync(id, cancellationToken) is { IsActive: true }) ? id : null;
        string key = step?.Key ?? (before.Steps.Select(s => int.Parse(s.Key, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max() + 1).ToString(CultureInfo.InvariantCulture);
        string[] after = [.. form["after"].OfType<string>().Where(a => a != key && before.Steps.Any(s => s.Key == a)).Distinct()];
        string language = show.Reader.Language;
        var next = new RoadStep(
            key, component.Key, step?.Level ?? 0, Same(step?.Title, title, language), Same(step?.Technology, technology, language), (int)effort,
            Quarters.Middle(show.Today, later, show.Reader.Calendar), owner, after)
        {
            Category = step?.Component == component.Key ? step.Category : null,
        };
        RoadMap made = before with { Steps = step is null ? [.. before.Steps, next] : [.. before.Steps.Select(s => s == step ? next : s)] };
        return IsCircle(made, key) ? (null, "circle") : (made, null);
    }

    private static async Task<IResult> UndoAsync(IFormCollection form, MaturityBook book, RoadMapReader reader, ICurrentPerson person, CancellationToken cancellationToken)
    {
        string code = form["record"].ToString();
        if (!reader.Sees || book.VersionOf(MaturityBook.Plan, code) == 0 || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version))
        {
            return TypedResults.NotFound();
        }

        bool isUndone = await book.UndoAsync(MaturityBook.Plan, code, version, person.Id, cancellationToken);
        string page = reader.Find(code) is null ? Address : $"{Address}/{code}";
        return isUndone ? TypedResults.LocalRedirect(page + "?done=undone") : Wrong(page, "meanwhile");
    }

    /// <summary>Words that were not changed keep their other languages.</summary>
    private static LocalName Same(LocalName? before, string typed, string language) => before?.In(language) == typed ? before : new(typed);

    private static bool IsCircle(RoadMap map, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(map.Steps.First(s => s.Key == key).After);
        while (left.TryDequeue(out string? at))
        {
            if (at == key)
            {
                return true;
            }

            if (seen.Add(at))
            {
                foreach (string next in map.Steps.First(s => s.Key == at).After)
                {
                    left.Enqueue(next);
                }
            }
        }

        return false;
    }

    private static string? Line(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings(" ").Trim() is { Length: <= LongestLine } text && !text.Contains('\0', StringComparison.Ordinal) ? text : null;

    private static int Seen(IFormCollection form) => int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out int seen) ? seen : -1;

    private static IResult Done(string page, string deed, string code, int version)
        => TypedResults.LocalRedirect(PageLink.With(page, ("done", deed), ("record", code), ("version", version.ToString(CultureInfo.InvariantCulture))));

    private static IResult Wrong(string page, string fault) => TypedResults.LocalRedirect(PageLink.With(page, ("wrong", fault)));
}
