using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Culture.Learning;

/// <summary>What the pages of learning post to.</summary>
internal static class LearningEndpoints
{
    private const string Address = "/work-culture/learning";
    private const int LongestLink = 500;

    public static void MapPaths(this IEndpointRouteBuilder group)
    {
        group.MapPost("/learning/deeds/add", AddAsync).WithName("AddLearningPath");
        group.MapPost("/learning/deeds/place", PlaceAsync).WithName("PlaceLearner");
        group.MapPost("/learning/{code}/{deed}", DoAsync).WithName("ChangeLearningPath");
    }

    /// <summary>What everybody does for themselves.</summary>
    public static void MapLearners(this IEndpointRouteBuilder group)
    {
        group.MapPost("/learning/deeds/begin", BeginAsync).WithName("BeginLearning");
        group.MapPost("/learning/{code}/done", DoneAsync).WithName("CompleteLearningModule");
    }

    private static async Task<IResult> BeginAsync(IFormCollection form, LearningStore store, Pulse.PulseReader units, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        ExperienceRole role = typed.Of<ExperienceRole>("role");
        string? unit = (await units.OwnUnitsAsync(cancellationToken)).FirstOrDefault(u => u.Code == form["unit"])?.Code ?? typed.Wrong<string?>("unit", null);
        if (typed.Fault is { } fault)
        {
            return Redirects.Wrong(Address, fault);
        }

        await store.PlaceAsync([new(person.Id, role, unit!)], cancellationToken);
        return TypedResults.LocalRedirect(Address + "?done=placed");
    }

    private static async Task<IResult> PlaceAsync(IFormCollection form, LearningStore store, Recognition.Colleagues colleagues, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        string? unit = typed.Unit("unit", units.Tree);
        if (!person.ScopeOf(CulturePermissions.Manage).Contains(unit))
        {
            return TypedResults.NotFound();
        }

        ExperienceRole role = typed.Of<ExperienceRole>("role");
        long id = typed.Person("person") ?? 0;
        if (unit is null)
        {
            typed.Wrong("unit", 0);
        }

        // Whoever works elsewhere is not taken from there.
        if (!(await colleagues.NamesAsync(cancellationToken)).ContainsKey(id)
            || ((await store.LearnersAsync(cancellationToken)).FirstOrDefault(l => l.Person == id) is { } now && !person.ScopeOf(CulturePermissions.Manage).Contains(now.Unit)))
        {
            typed.Wrong("person", 0);
        }

        if (typed.Fault is { } fault)
        {
            return Redirects.Wrong(Address, fault);
        }

        await store.PlaceAsync([new(id, role, unit!)], cancellationToken);
        return TypedResults.LocalRedirect(Address + "?done=placed");
    }

    private static async Task<IResult> DoneAsync(string code, IFormCollection form, CultureBook book, LearningStore store, ICurrentPerson person, Show show, CancellationToken cancellationToken)
    {
        if (book.Find<LearningPath>(CultureKind.Path, code) is not { } kept || kept.Value.Modules.FirstOrDefault(m => m.Key == form["module"]) is not { } module)
        {
            return TypedResults.NotFound();
        }

        bool isDone = form["is"] != "open";
        await (isDone ? store.CompleteAsync([new(kept.Code, module.Key, person.Id, show.Today)], cancellationToken) : store.ReopenAsync(kept.Code, module.Key, person.Id, cancellationToken));
        return TypedResults.LocalRedirect(PageLink.With($"{Address}/{kept.Code}", ("done", isDone ? "learned" : "reopened"), ("module", module.Key)));
    }

    private static async Task<IResult> AddAsync(IFormCollection form, CultureBook book, LearningReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Manages)
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        var path = new LearningPath(typed.Line("name"), typed.Of<ExperienceRole>("role"), []);
        if (typed.Fault is { } fault)
        {
            return Redirects.Wrong(Address, fault);
        }

        string code = await book.AddAsync(CultureKind.Path, "L", path, person.Id, cancellationToken: cancellationToken);
        return Redirects.Saved($"{Address}/{code}", CultureKind.Path, code, 1);
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, HttpContext http, IFormCollection form, CultureBook book, LearningReader reader, EffectReader effects, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Manages || book.Find<LearningPath>(CultureKind.Path, code) is not { } kept)
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        LearningPath before = kept.Value;
        LearningPath? after = deed switch
        {
            "save" => before with { Name = typed.Line("name"), Role = typed.Of<ExperienceRole>("role") },
            "module" => before.Modules.Count < LearningPath.MostModules ? before with { Modules = [.. before.Modules, Module(typed, form, before, http.Request.Host)] } : typed.Wrong("module", before),
            "unmodule" => before with { Modules = [.. before.Modules.Where(m => m.Key != form["module"].ToString())] },
            "effect" => form["indicator"].ToString() is not { Length: > 0 } indicator ? before with { Indicator = null, From = null }
                : await effects.CanFollowAsync(indicator, null, cancellationToken) ? before with { Indicator = indicator, From = typed.NeededDay("from") }
                : typed.Wrong("indicator", before),
            "remove" => null,
            _ => typed.Wrong("what", before),
        };
        return typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(after is null ? Address : page, CultureKind.Path, kept.Code, await book.SaveAsync(CultureKind.Path, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }

    /// <summary>Keys are never given again, so that what was done of a step that went stays apart.</summary>
    private static LearningModule Module(Typed typed, IFormCollection form, LearningPath before, HostString host)
    {
        string given = form["link"].ToString().Trim();
        bool isOutside = given.Length <= LongestLink && Uri.TryCreate(given, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0;
        string? link = given.Length == 0 ? null : Typed.Path(given, host) ?? (isOutside ? given : typed.Wrong<string?>("link", null));
        int next = 1 + before.Modules.Select(m => int.Parse(m.Key, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        return new(next.ToString(CultureInfo.InvariantCulture), typed.Line("title"), typed.Text("text"), link);
    }
}
