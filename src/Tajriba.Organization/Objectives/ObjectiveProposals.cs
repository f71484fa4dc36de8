using Tajriba.Experience.Indicators.Figures;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;

namespace Tajriba.Organization.Objectives;

/// <summary>Objectives that other rooms propose. Two that propose the same at once get one objective, but for a moment's luck.</summary>
internal sealed class ObjectiveProposals(ObjectiveBook book, TimeProvider clock) : IObjectives
{
    public async Task<string?> ProposeAsync(ObjectiveProposal proposal, long by, CancellationToken cancellationToken = default)
    {
        if (book.All<Objective>(ObjectiveKind.Objective).FirstOrDefault(o => o.Value.Origin == proposal.Origin) is { } there)
        {
            return there.Code;
        }

        DateTimeOffset now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        Kept<Cycle>[] open = [.. book.All<Cycle>(ObjectiveKind.Cycle).Where(c => !c.Value.IsClosed && c.Value.To >= today)];
        if ((open.Where(c => c.Value.Holds(proposal.DueOn)).MinBy(c => c.Value.Days) ?? open.Where(c => c.Value.Holds(today)).MinBy(c => c.Value.Days) ?? open.MinBy(c => c.Value.From)) is not { } cycle)
        {
            return null;
        }

        int key = 0;
        var made = new Objective(proposal.Title, proposal.Why, cycle.Code, proposal.Unit is null ? ObjectiveLevel.Organization : ObjectiveLevel.Department, proposal.Unit, proposal.Owner)
        {
            Origin = proposal.Origin,
            Results =
            [
                .. proposal.Results.Select(r => new KeyResult("K" + ++key, r.Title, r.Target) { Indicator = new FigureCut(r.Indicator), Unit = r.Unit }),
                .. proposal.Told.Select(r => new KeyResult("K" + ++key, r.Title, r.Target) { Baseline = r.Baseline, Days = 0, LessIsBetter = r.Target < r.Baseline }),
            ],
        };
        return await book.AddAsync(ObjectiveKind.Objective, "O", made, by, code => ObjectiveFacts.Set(code, made, now), cancellationToken);
    }
}
