using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Charges;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Initiatives;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Governance.Policies;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance;

/// <summary>Governance for programs, to be read only: what the caller may see on the pages.</summary>
internal static class GovernanceApi
{
    public static void MapGovernanceApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api/governance").RequirePermission(GovernancePermissions.View).WithTags("Governance").Parameters();
        api.MapGet("/bodies", Bodies).WithName("ListBodies").WithSummary("Bodies with members, mandate, rights and cadence.");
        api.MapGet("/decisions", Decisions).WithName("ListDecisions").WithSummary("Decisions with options, evidence, owner and review day, and whether they are late.");
        api.MapGet("/decisions/{code}", DecisionAsync).WithName("GetDecision").WithSummary("One decision with its followed effect: the indicator before and since, and the change with its interval.");
        api.MapGet("/actions", Actions).WithName("ListActions").WithSummary("What people were told to do, and whether it is late.");
        api.MapGet("/conflicts", Conflicts).WithName("ListConflicts").WithSummary("Conflicts with where they lie, their escalations and how they were settled.");
        api.MapGet("/policies", PoliciesAsync).WithName("ListPolicies").WithSummary("Policies with their editions, and how many of those who should have read the one that holds.");
        api.MapGet("/meetings", Meetings).WithName("ListMeetings").WithSummary("Meetings with agenda and minutes.");
        api.MapGet("/initiatives", Initiatives).WithName("ListInitiatives").WithSummary("Initiatives with milestones, cost, expected benefits and adoption.");
        api.MapGet("/initiatives/{code}", InitiativeAsync).WithName("GetInitiative").WithSummary("One initiative with what came of its benefits: the change less that of the comparison unit, with its interval.");
        api.MapGet("/charges", ChargesAsync).WithName("ListCharges").WithSummary("The RACI matrix over processes, journeys and decisions, with what is wrong in each row and who has too much.");
        api.MapGet("/owners", OwnersAsync).WithName("ListOwners").WithSummary("Who answers for which journey, indicator, process and channel; null where nobody does.");
    }

    private static IResult Bodies(GovernanceReader reader) => TypedResults.Ok(new { bodies = RecordAnswer.Of(reader.Bodies) });

    private static IResult Decisions(GovernanceReader reader)
        => TypedResults.Ok(new { decisions = Of(reader.Decisions, d => RecordAnswer.Of(d, ("isLate", d.Value.IsLate(reader.Today)))) });

    private static async Task<IResult> DecisionAsync(string code, GovernanceReader reader, EffectReader effects, CancellationToken cancellationToken)
        => reader.Decisions.FirstOrDefault(d => d.Code == code) is not { } kept ? RecordAnswer.None()
            : TypedResults.Ok(RecordAnswer.Of(kept, ("isLate", kept.Value.IsLate(reader.Today)), ("effect", EffectAnswer.Of(await effects.OfAsync(kept.Value.Effect, cancellationToken)))));

    private static IResult Actions(GovernanceReader reader)
        => TypedResults.Ok(new { actions = Of(reader.Actions, a => RecordAnswer.Of(a, ("isLate", a.Value.IsLate(reader.Today)))) });

    private static IResult Conflicts(GovernanceReader reader)
        => TypedResults.Ok(new { conflicts = Of(reader.Conflicts, c => RecordAnswer.Of(c, ("isLate", c.Value.IsLate(reader.Today)))) });

    private static async Task<IResult> PoliciesAsync(GovernanceReader reader, PolicyReaders readers, AcknowledgementStore acknowledgements, CancellationToken cancellationToken)
    {
        ILookup<string, Acknowledgement> read = (await acknowledgements.ListAsync(cancellationToken: cancellationToken)).ToLookup(a => a.Policy, StringComparer.Ordinal);
        var told = new JsonArray();
        foreach (Kept<Policy> kept in reader.Policies)
        {
            HashSet<long> should = kept.Value.Holds ? [.. (await readers.OfAsync(kept.Value, cancellationToken)).Select(p => p.Id)] : [];
            told.Add(RecordAnswer.Of(kept, ("readers", should.Count), ("acknowledged", read[kept.Code].Where(a => a.Edition == kept.Value.Edition && should.Contains(a.Person)).Select(a => a.Person).Distinct().Count())));
        }

        return TypedResults.Ok(new { policies = told });
    }

    private static IResult Meetings(GovernanceReader reader) => TypedResults.Ok(new { meetings = RecordAnswer.Of(reader.Meetings) });

    private static IResult Initiatives(GovernanceReader reader)
        => TypedResults.Ok(new { initiatives = Of(reader.Initiatives, i => RecordAnswer.Of(i, ("isLate", i.Value.IsLate(reader.Today)))) });

    private static async Task<IResult> InitiativeAsync(string code, GovernanceReader reader, BenefitReader benefits, CancellationToken cancellationToken)
    {
        if (reader.Initiatives.FirstOrDefault(i => i.Code == code) is not { } kept)
        {
            return RecordAnswer.None();
        }

        var told = new List<object>();
        foreach (Benefit benefit in kept.Value.Benefits)
        {
            BenefitReading? reading = await benefits.OfAsync(benefit, cancellationToken);
            told.Add(new
            {
                benefit.Indicator, benefit.Unit, benefit.Control, benefit.Expected, benefit.From,
                own = EffectAnswer.Of(reading?.Own), comparison = EffectAnswer.Of(reading?.Control), net = EffectAnswer.Of(reading?.Net), verdict = reading?.Verdict.ToString(),
            });
        }

        return TypedResults.Ok(RecordAnswer.Of(kept, ("isLate", kept.Value.IsLate(reader.Today)), ("benefits", told)));
    }

    private static async Task<IResult> ChargesAsync(ChargeReader charges, CancellationToken cancellationToken)
    {
        IReadOnlyList<ChargeRow> rows = await charges.RowsAsync(cancellationToken);
        return TypedResults.Ok(new
        {
            rows = rows.Select(r => new
            {
                r.Key, r.Kind, r.Name, r.Version,
                parts = r.Assignment.Parts.Select(p => new { p.Person, charge = p.Charge.ToString() }), faults = ChargeChecks.Of(r.Assignment).Select(f => f.ToString()),
            }),
            overloaded = ChargeChecks.Overloaded([.. rows.Select(r => r.Assignment)]).Select(o => new { o.Person, o.Things }),
        });
    }

    private static async Task<IResult> OwnersAsync(OwnerBook owners, CancellationToken cancellationToken)
        => TypedResults.Ok(new { owners = (await owners.GovernedAsync(cancellationToken)).Select(g => new { g.Key, g.Kind, g.Name, person = owners.OwnerOf(g.Key) }) });

    private static JsonArray Of<T>(IEnumerable<Kept<T>> all, Func<Kept<T>, JsonObject> told)
        where T : class
        => [.. all.Select(told)];
}
