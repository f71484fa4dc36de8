using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Decisions;

/// <summary>Decisions: services and what their pages post to.</summary>
internal static class DecisionEndpoints
{
    private const string Address = "/governance/decisions";

    public static void AddDecisions(this IServiceCollection services)
    {
        services.AddScoped<EffectReader>();
        services.AddScoped<IWaitingSource, DecisionWaiting>();
    }

    public static void MapDecisions(this IEndpointRouteBuilder group)
    {
        group.MapPost("/decisions/deeds/add", AddAsync).WithName("AddGovernanceDecision");
        group.MapPost("/decisions/{code}/{deed}", DoAsync).WithName("ChangeGovernanceDecision");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        string body = form["body"].ToString();
        if (!reader.ManagesBody(body))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        var decision = new Decision(body, typed.Line("question"), typed.Lines("options", 20), typed.Person("owner"), typed.Day("due"));
        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : await Redirects.AddedAsync(Address, RecordKind.Decision, book.AddAsync(RecordKind.Decision, "D", decision, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, HttpContext http, GovernanceBook book, GovernanceReader reader, EffectReader effects, ICurrentPerson person, IUnits units, Read read, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (reader.Decisions.FirstOrDefault(d => d.Code == code) is not { } kept || !reader.ManagesBody(kept.Value.Body))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Decision before = kept.Value;
        Decision after = deed switch
        {
            "save" => before with { Question = typed.Line("question"), Options = typed.Lines("options", 20), Owner = typed.Person("owner"), DueOn = typed.Day("due"), ReviewOn = typed.Day("review") },
            "evidence" => before with { Evidence = Evidenced(typed, form, http, before.Evidence) },
            "forget" => before with { Evidence = [.. before.Evidence.Where(e => e.Path != form["path"].ToString())] },
            "decide" => before with { State = DecisionState.Decided, Chosen = typed.Needed("chosen"), Reason = typed.Text("reason"), DecidedOn = typed.NeededDay("on"), ReviewOn = typed.Day("review"), ReviewedOn = null },
            "effect" => before with { Effect = await effects.TypedAsync(typed, form, units, cancellationToken) },
            "review" when before.State is DecisionState.Decided => before with { State = DecisionState.Reviewed, Review = typed.Needed("text"), ReviewedOn = reader.Today },
            "reopen" => before with { State = DecisionState.Open, ReviewedOn = null },
            "drop" => before with { State = DecisionState.Dropped },
            _ => typed.Wrong("what", before),
        };
        if (typed.Fault is { } fault)
        {
            return Redirects.Wrong(page, fault);
        }

        int seen = Redirects.Seen(form);
        string? unit = reader.Body(before.Body)?.Value.Unit;
        return Redirects.Saved(page, RecordKind.Decision, kept.Code, await book.SaveAsync(
            RecordKind.Decision, kept.Code, seen, after, person.Id, after.State == before.State ? null : DecisionFacts.Of(kept.Code, seen + 1, after, unit, clock.GetUtcNow()), cancellationToken));
    }

    private static IReadOnlyList<Evidence> Evidenced(Typed typed, IFormCollection form, HttpContext http, IReadOnlyList<Evidence> before)
        => Typed.Path(form["path"].ToString().Trim(), http.Request.Host) is { } path && before.Count < Decision.MostEvidence
            ? [.. before.Where(e => e.Path != path), new(typed.Line("title"), path)]
            : typed.Wrong("path", before);
}
