using Microsoft.Extensions.Localization;
using Tajriba.Experience.Feedback;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Problems;
using Tajriba.Experience.Feedback.Problems.Look;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Control;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Meetings;

/// <summary>Makes the agenda of a meeting out of what is the case now, as far as the person at hand may see it.</summary>
public sealed class AgendaReader(
    GovernanceReader reader, SignalStore signals, IndicatorReader indicators, IndicatorWords names, ProblemReader problems, ICases cases, ICurrentPerson person, IUnits units, TimeProvider clock, Show show, IStringLocalizer<GovernanceTexts> texts)
{
    private const int MostOfEach = 8;
    private const int MostCounted = 99;

    /// <summary>The agenda of a meeting that is to come.</summary>
    public async Task<IReadOnlyList<AgendaItem>> OfAsync(Meeting meeting, CancellationToken cancellationToken = default)
    {
        if (reader.Body(meeting.Body) is not { Value: var body })
        {
            return [];
        }

        DateOnly on = DateOnly.FromDateTime(meeting.At.UtcDateTime);
        return
        [
            .. Known(meeting, on),
            .. await SignalsAsync(body, cancellationToken),
            .. await ProblemsAsync(body, cancellationToken),
            .. await PromisesAsync(body, cancellationToken),
            .. meeting.Topics.Select(t => new AgendaItem(AgendaPart.Topics, t)),
        ];
    }

    private IEnumerable<AgendaItem> Known(Meeting meeting, DateOnly on)
    {
        IEnumerable<AgendaItem> actions = reader.Actions.Where(a => a.Value.Body == meeting.Body && a.Value.IsOpen).OrderBy(a => a.Value.DueOn)
            .Select(a => new AgendaItem(AgendaPart.Actions, texts[a.Value.IsLate(reader.Today) ? "Agenda-ActionLate" : "Agenda-Action", a.Value.What, show.Date(a.Value.DueOn)], "/governance/meetings"));
        IEnumerable<AgendaItem> decisions = reader.Decisions.Where(d => d.Value.Body == meeting.Body && (d.Value.State == DecisionState.Open || d.Value.Next <= on)).OrderBy(d => d.Value.Next ?? DateOnly.MaxValue)
            .Select(d => new AgendaItem(AgendaPart.Decisions, texts[d.Value.State == DecisionState.Open ? "Agenda-Decide" : "Agenda-Review", d.Value.Question], "/governance/decisions/" + d.Code));
        IEnumerable<AgendaItem> conflicts = reader.Conflicts.Where(c => c.Value.Body == meeting.Body && c.Value.IsOpen).OrderBy(c => c.Value.DueOn)
            .Select(c => new AgendaItem(AgendaPart.Conflicts, texts["Agenda-Conflict", c.Value.What, show.Date(c.Value.DueOn)], "/governance/conflicts#" + c.Code));
        return actions.Concat(decisions).Concat(conflicts);
    }

    private async Task<IEnumerable<AgendaItem>> SignalsAsync(Body body, CancellationToken cancellationToken)
    {
        if (!person.Can(IndicatorPermissions.View))
        {
            return [];
        }

        Dictionary<long, IndicatorDefinition> known = (await indicators.ListAsync(cancellationToken)).ToDictionary(d => d.Id);
        return (await signals.OpenAsync(cancellationToken))
            .Where(s => known.ContainsKey(s.DefinitionId) && indicators.Scope.Contains(s.Unit) && Concerns(body, s.Unit))
            .DistinctBy(s => (s.DefinitionId, s.Unit)).Take(MostOfEach)
            .Select(s => new AgendaItem(AgendaPart.Signals, texts["Agenda-Signal", names.Signalled(known[s.DefinitionId], s), show.Date(s.From)], s.Path(known[s.DefinitionId])));
    }

    private async Task<IEnumerable<AgendaItem>> ProblemsAsync(Body body, CancellationToken cancellationToken)
        => !person.Can(FeedbackPermissions.View) ? []
            : (await problems.ListAsync(cancellationToken)).Where(p => p.State is ProblemState.Open or ProblemState.Proposed && Concerns(body, p.Unit)).Take(MostOfEach)
                .Select(p => new AgendaItem(AgendaPart.Problems, texts[p.Owner is null ? "Agenda-ProblemFree" : "Agenda-Problem", problems.TitleOf(p)], "/feedback/problems/" + p.Code));

    private async Task<IEnumerable<AgendaItem>> PromisesAsync(Body body, CancellationToken cancellationToken)
    {
        if (!person.Can(FeedbackPermissions.View))
        {
            return [];
        }

        UnitScope scope = person.ScopeOf(FeedbackPermissions.View);
        if (units.Tree.Find(body.Unit) is { } unit)
        {
            scope = UnitScope.Of(units.Tree.Within(unit).Select(u => u.Code).Where(scope.Contains));
        }

        int late = (await cases.PageAsync(new CaseFilter(scope) { DueBefore = clock.GetUtcNow() }, null, MostCounted + 1, cancellationToken)).Count;
        return late == 0 ? [] : [new AgendaItem(AgendaPart.Promises, texts["Agenda-Late", late > MostCounted ? texts["OrMore", show.Count(MostCounted)].Value : show.Count(late)], "/feedback/cases?view=overdue")];
    }

    /// <summary>A body of a unit hears of that unit and all below it, one of the organization of everything.</summary>
    private bool Concerns(Body body, string? unit)
        => body.Unit is null || (units.Tree.Find(unit) is { } found && units.Tree.PathOf(found).Any(u => u.Code == body.Unit));
}
