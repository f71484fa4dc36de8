using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Indicators;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives;
using Tajriba.Organization.Processes.Relations;
using Tajriba.Organization.Strategy.Links;
using Tajriba.Ui;

namespace Tajriba.Organization.Strategy.Map;

/// <summary>What the pages of objectives post to.</summary>
internal static class ObjectiveEndpoints
{
    private const string Address = "/strategy/objectives";

    public static void MapObjectives(this IEndpointRouteBuilder group)
    {
        group.MapPost("/objectives/deeds/add", AddAsync).WithName("AddStrategicObjective");
        group.MapPost("/objectives/{code}/link", LinkAsync).WithName("LinkStrategicObjective");
        group.MapPost("/objectives/{code}/unlink", UnlinkAsync).WithName("UnlinkStrategicObjective");
        group.MapPost("/objectives/{code}/season", SeasonAsync).WithName("MakeObjectiveOfStrategy");
        group.MapPost("/objectives/{code}/{deed}", DoAsync).WithName("ChangeStrategicObjective");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, StrategyBook book, StrategyReader reader, StrategyWords words, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        Objective made = Parse(typed, form, reader, words, units, new("", "", null, "", null));
        return !reader.Manages(made.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong("/strategy/map", fault)
            : await Redirects.AddedAsync(Address, StrategyBook.Objective, book.AddAsync(StrategyBook.Objective, StrategyBook.Prefix, made, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, StrategyBook book, StrategyReader reader, StrategyWords words, GaugeReader gauges, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (Managed(reader, code) is not { } kept)
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Objective? after = deed switch
        {
            "save" => Parse(typed, form, reader, words, units, kept.Value),
            "gauge" => kept.Value with { Gauge = await GaugeAsync(typed, form, gauges, units, read, cancellationToken) },
            "remove" => null,
            _ => typed.Wrong("what", kept.Value),
        };
        if (after is not null && !reader.Manages(after.Unit))
        {
            return TypedResults.NotFound();
        }

        return typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(after is null ? "/strategy/map" : page, StrategyBook.Objective, kept.Code, await book.SaveAsync(StrategyBook.Objective, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> LinkAsync(string code, IFormCollection form, StrategyBook book, StrategyReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (Managed(reader, code) is not { } cause || reader.Find(form["effect"].ToString()) is not { } effect)
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        LinkList before = reader.AllLinks.Value;
        int lag = int.TryParse(form["lag"], NumberStyles.None, CultureInfo.InvariantCulture, out int months) && months <= RelationReader.LongestLag ? months : typed.Wrong("lag", 0);
        var link = new Link(cause.Code, effect.Code, lag, typed.Optional("why"));
        IReadOnlyList<string> circle = before.CircleOf(link.Cause, link.Effect);
        string page = $"{Address}/{cause.Code}";
        if (circle.Count > 0)
        {
            // What may not be seen is passed over; that the way leads back is told all the same.
            return TypedResults.LocalRedirect(PageLink.With(page, ("wrong", "circle"), ("done", null), ("circle", string.Join('.', circle.Where(c => reader.Find(c) is not null)))));
        }

        if (before.All.Count >= LinkList.Most)
        {
            typed.Wrong("what", 0);
        }

        return typed.Fault is { } fault ? Redirects.Wrong(page, fault) : await SaveAsync(page, form, book, before.With(link), person, cancellationToken);
    }

    private static async Task<IResult> UnlinkAsync(string code, IFormCollection form, StrategyBook book, StrategyReader reader, ICurrentPerson person, CancellationToken cancellationToken)
        => Managed(reader, code) is not { } cause ? TypedResults.NotFound()
            : await SaveAsync($"{Address}/{cause.Code}", form, book, reader.AllLinks.Value.Without(cause.Code, form["effect"].ToString()), person, cancellationToken);

    /// <summary>Makes an objective of the running cycle of it, once; measured as it is itself.</summary>
    private static async Task<IResult> SeasonAsync(string code, StrategyReader reader, GaugeReader gauges, IObjectives objectives, ICurrentPerson person, Show show, CancellationToken cancellationToken)
    {
        if (Managed(reader, code) is not { Value: var made } kept || !person.ScopeOf(ObjectivePermissions.Manage).Contains(made.Unit))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        IndicatorDefinition? definition = made.Gauge is { } named ? await gauges.DefinitionAsync(named, cancellationToken) : null;
        var proposal = new ObjectiveProposal(made.Name, made.Meaning, made.Unit, made.Owner, show.Today, page)
        {
            Results = definition is not null && (made.Gauge!.Target ?? definition.Target) is { } target ? [(definition.Name.In(show.Reader.Language), definition.Key, made.Gauge.Unit, target)] : [],
        };
        return await objectives.ProposeAsync(proposal, person.Id, cancellationToken) is { } objective ? TypedResults.LocalRedirect("/objectives/" + objective) : Redirects.Wrong(page, "cycle");
    }

    private static async Task<IResult> SaveAsync(string page, IFormCollection form, StrategyBook book, LinkList links, ICurrentPerson person, CancellationToken cancellationToken)
        => Redirects.Saved(page, StrategyBook.Links, StrategyBook.Only, await book.SaveAsync(StrategyBook.Links, StrategyBook.Only, Redirects.Seen(form), links, person.Id, cancellationToken: cancellationToken));

    private static Kept<Objective>? Managed(StrategyReader reader, string code) => reader.Find(code) is { } kept && reader.Manages(kept.Value.Unit) ? kept : null;

    private static Objective Parse(Typed typed, IFormCollection form, StrategyReader reader, StrategyWords words, IUnits units, Objective before) => before with
    {
        Name = typed.Line("name"),
        Perspective = reader.Perspectives.Value.All.FirstOrDefault(p => p.Key == form["perspective"].ToString())?.Key ?? typed.Wrong("perspective", ""),
        Unit = typed.Unit("unit", units.Tree),
        Meaning = typed.Text("meaning"),
        Owner = typed.Person("owner"),
        Pillars = [.. words.Pillars.Select(p => p.Key).Intersect(form["pillars"].OfType<string>(), StringComparer.Ordinal)],
    };

    private static async Task<Gauge?> GaugeAsync(Typed typed, IFormCollection form, GaugeReader gauges, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (form["indicator"].ToString() is not { Length: > 0 } indicator)
        {
            return null;
        }

        string? unit = typed.Unit("unit", units.Tree);
        if (await gauges.DefinitionAsync(new(indicator, unit, null), cancellationToken) is not { } definition)
        {
            return typed.Wrong<Gauge?>("indicator", null);
        }

        return new(definition.Key, unit, form["target"].ToString() is not { Length: > 0 } text ? null : TargetText.Read(definition, text, read) ?? typed.Wrong<double?>("target", null));
    }
}
