using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Initiatives;

/// <summary>Initiatives: services and what their pages post to.</summary>
internal static class InitiativeEndpoints
{
    private const string Address = "/governance/initiatives";

    public static void AddInitiatives(this IServiceCollection services) => services.AddScoped<BenefitReader>();

    public static void MapInitiatives(this IEndpointRouteBuilder group)
    {
        group.MapPost("/initiatives/deeds/add", AddAsync).WithName("AddGovernanceInitiative");
        group.MapPost("/initiatives/{code}/{deed}", DoAsync).WithName("ChangeGovernanceInitiative");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        Initiative made = Parse(typed, units, new("", "", null, null, null, null));
        return !reader.Manages(made.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : await Redirects.AddedAsync(Address, RecordKind.Initiative, book.AddAsync(RecordKind.Initiative, "I", made, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, GovernanceBook book, GovernanceReader reader, EffectReader effects, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (reader.Initiatives.FirstOrDefault(i => i.Code == code) is not { } kept || !reader.Manages(kept.Value.Unit))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Initiative before = kept.Value;
        Initiative after = deed switch
        {
            "save" => Parse(typed, units, before),
            "state" => before with { State = typed.Of<InitiativeState>("state") },
            "milestone" => before with { Milestones = Added(typed, before.Milestones, new Milestone(typed.Line("what"), typed.NeededDay("due"))) },
            "reached" => before with { Milestones = At(typed, form, before.Milestones, m => m with { DoneOn = m.DoneOn is null ? reader.Today : null }) },
            "unmilestone" => before with { Milestones = At<Milestone>(typed, form, before.Milestones, _ => null) },
            "benefit" => before with { Benefits = Added(typed, before.Benefits, await BenefitAsync(typed, form, units, effects, read, cancellationToken)) },
            "unbenefit" => before with { Benefits = At<Benefit>(typed, form, before.Benefits, _ => null) },
            "stakeholder" => before with { Stakeholders = Added(typed, before.Stakeholders, new Stakeholder(typed.Line("who"), typed.Of<Stance>("stance"), typed.Optional("concern"), typed.Optional("answer"))) },
            "unstakeholder" => before with { Stakeholders = At<Stakeholder>(typed, form, before.Stakeholders, _ => null) },
            "adoption" => before with { Adoption = read.Percent(form["adoption"].ToString()) is { } share and >= 0 and <= 1 ? share : typed.Wrong<double?>("adoption", null) },
            _ => typed.Wrong("what", before),
        };
        return !reader.Manages(after.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(page, RecordKind.Initiative, kept.Code, await book.SaveAsync(RecordKind.Initiative, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }

    private static Initiative Parse(Typed typed, IUnits units, Initiative before)
        => before with { Title = typed.Line("title"), Aim = typed.Text("aim"), Unit = typed.Unit("unit", units.Tree), Owner = typed.Person("owner"), Budget = typed.Amount("budget"), Spent = typed.Amount("spent") };

    private static async Task<Benefit?> BenefitAsync(Typed typed, IFormCollection form, IUnits units, EffectReader effects, Read read, CancellationToken cancellationToken)
    {
        string indicator = form["indicator"].ToString();
        (string? unit, string? control) = (typed.Unit("unit", units.Tree), typed.Unit("control", units.Tree));
        double? expected = form["expected"].ToString() is not { Length: > 0 } text ? null
            : text.Contains('%', StringComparison.Ordinal) || text.Contains('٪', StringComparison.Ordinal) ? read.Percent(text) ?? typed.Wrong<double?>("expected", null)
            : (double?)read.Number(text) ?? typed.Wrong<double?>("expected", null);
        return await effects.CanFollowAsync(indicator, unit, cancellationToken) && (control is null || await effects.CanFollowAsync(indicator, control, cancellationToken)) && (control is null || control != unit)
            ? new(indicator, unit, control, expected, typed.NeededDay("from"))
            : typed.Wrong<Benefit?>("indicator", null);
    }

    private static IReadOnlyList<T> Added<T>(Typed typed, IReadOnlyList<T> before, T? added)
        where T : class
        => added is not null && before.Count < Initiative.MostOfEach ? [.. before, added] : typed.Wrong("what", before);

    /// <summary>Changes the one at the place that the form names, or takes it away.</summary>
    private static IReadOnlyList<T> At<T>(Typed typed, IFormCollection form, IReadOnlyList<T> before, Func<T, T?> change)
        where T : class
        => int.TryParse(form["place"], NumberStyles.None, CultureInfo.InvariantCulture, out int place) && place < before.Count
            ? [.. before.Select((item, at) => at == place ? change(item) : item).OfType<T>()]
            : typed.Wrong("what", before);
}
