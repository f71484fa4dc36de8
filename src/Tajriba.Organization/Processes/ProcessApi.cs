using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Processes.Inventory;
using Tajriba.Organization.Processes.Ranking;
using Tajriba.Organization.Processes.Relations;
using Tajriba.Statistics;
using Tajriba.Ui;

namespace Tajriba.Organization.Processes;

/// <summary>Processes for programs, to be read only: what the caller may see on the pages.</summary>
internal static class ProcessApi
{
    /// <summary>Said wherever a relation is told.</summary>
    private const string Warning = "What moves together need not cause each other: a third cause, or the outcome itself, may move both.";

    public static void MapProcessApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api/processes").RequirePermission(ProcessPermissions.View).WithTags("Processes");
        api.MapGet("", List).Parameters().WithName("ListProcesses").WithSummary("Processes with owner, systems, inputs, outputs, units, figures and journeys.");
        api.MapGet("/{code}", GetAsync).Parameters("outcome").WithName("GetProcess")
            .WithSummary("One process with how its figures move with an outcome (outcome: key of an indicator), and its redesign before and after.");
        api.MapGet("/ranking", RankAsync).Parameters("outcome").WithName("RankProcesses").WithSummary("Processes by effect on an outcome (outcome: key of an indicator) × feasibility, the first to redesign first.");
    }

    private static IResult List(ProcessReader reader, OwnerBook owners)
        => TypedResults.Ok(new { processes = reader.All.Select(p => RecordAnswer.Of(p, ("owner", owners.OwnerOf(ProcessSource.KeyOf(p.Code))))) });

    private static async Task<IResult> GetAsync(
        string code, HttpRequest request, ProcessReader reader, OwnerBook owners, IndicatorReader indicators, RelationReader relations, EffectReader effects, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (reader.Find(code) is not { } kept)
        {
            return RecordAnswer.None();
        }

        (IndicatorDefinition? outcome, IResult? refusal) = await OutcomeAsync(request, indicators, person, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var found = new List<object>();
        foreach (string figure in outcome is null ? [] : kept.Value.Figures)
        {
            if (await relations.OfAsync(figure, outcome!.Key, cancellationToken) is { } relation)
            {
                found.Add(Told(relation)!);
            }
        }

        EffectReading? redesign = outcome is not null && kept.Value.Redesign is { } r ? await effects.OfAsync(new(r.Indicator, r.Unit, r.On), cancellationToken) : null;
        return TypedResults.Ok(RecordAnswer.Of(
            kept, ("owner", owners.OwnerOf(ProcessSource.KeyOf(kept.Code))), ("relations", found), ("warning", found.Count > 0 ? Warning : null), ("redesignEffect", EffectAnswer.Of(redesign))));
    }

    private static async Task<IResult> RankAsync(HttpRequest request, ProcessReader reader, IndicatorReader indicators, RelationReader relations, ICurrentPerson person, CancellationToken cancellationToken)
    {
        (IndicatorDefinition? outcome, IResult? refusal) = await OutcomeAsync(request, indicators, person, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var found = new List<Candidate>();
        foreach (Kept<Process> kept in outcome is null ? [] : reader.All)
        {
            found.Add(new(kept, await relations.StrongestAsync(kept.Value, outcome!.Key, cancellationToken)));
        }

        return TypedResults.Ok(new
        {
            outcome = outcome?.Key,
            warning = Warning,
            processes = found.OrderByDescending(c => c.Score).ThenByDescending(c => c.Feasibility).ThenBy(c => c.Process.Code, StringComparer.Ordinal)
                .Select(c => new { c.Process.Code, c.Process.Value.Name, effect = c.Effect, feasibility = c.Feasibility, score = c.Score, relation = Told(c.Relation) }),
        });
    }

    /// <summary>The indicator that stands for the outcome: the one that is asked for, or the usual one; none for who may see no indicators.</summary>
    private static async Task<(IndicatorDefinition? Outcome, IResult? Refusal)> OutcomeAsync(HttpRequest request, IndicatorReader indicators, ICurrentPerson person, CancellationToken cancellationToken)
    {
        string asked = request.Query["outcome"].ToString();
        IReadOnlyList<IndicatorDefinition> known = person.Can(IndicatorPermissions.View) ? await indicators.ListAsync(cancellationToken) : [];
        return asked.Length > 0 && known.All(d => d.Key != asked)
            ? (null, TypedResults.Problem("'outcome' names no indicator that the caller may see.", statusCode: StatusCodes.Status400BadRequest))
            : (Outcomes.Of(asked, known), null);
    }

    private static object? Told(Relation? relation) => relation is null ? null : new
    {
        relation.Figure,
        relation.Outcome,
        isShown = relation.IsShown,
        lags = relation.Lags.Select(l => new { months = l.Lag, correlation = EffectAnswer.Of(l.Correlation), slope = EffectAnswer.Of(l.Slope), l.Pairs, l.Units }),
    };
}
