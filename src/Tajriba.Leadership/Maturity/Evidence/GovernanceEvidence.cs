using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Initiatives;
using Tajriba.Organization.Governance.Meetings;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>Who decides and who answers for what: bodies with their meetings and decisions, owners of journeys, initiatives with a plan.</summary>
internal sealed class GovernanceEvidence(GovernanceReader governance, OwnerBook owners, ICurrentPerson person, IStringLocalizer<MaturityTexts> texts, Show show) : IEvidenceSource
{
    private const int HalfYear = 183;

    public IReadOnlyCollection<string> Practices => ["structure.2", "journey-mapping.2", "results-planning.1"];

    public async Task<IReadOnlyList<LiveEvidence>> LookAsync(CancellationToken cancellationToken)
    {
        if (!person.ScopeOf(GovernancePermissions.View).IsEverything)
        {
            return [];
        }

        var found = new List<LiveEvidence> { Bodies() };
        Governed[] journeys = [.. (await owners.GovernedAsync(cancellationToken)).Where(g => g.Kind == GovernedKind.Journey)];
        if (journeys.Length > 0)
        {
            int owned = journeys.Count(j => owners.OwnerOf(j.Key) is not null);
            found.Add(new("journey-mapping.2", EvidenceLevels.OfOwners(journeys.Length, owned), texts["KnowsOwners", show.Count(owned), show.Count(journeys.Length)], "/governance/owners"));
        }

        if (governance.Initiatives is { Count: > 0 } initiatives)
        {
            int whole = initiatives.Count(i => i.Value is { Owner: not null, Milestones.Count: > 0, Benefits.Count: > 0 });
            found.Add(new("results-planning.1", EvidenceLevels.OfPlans(initiatives.Count, whole), texts["KnowsPlans", show.Count(whole), show.Count(initiatives.Count)], "/governance/initiatives"));
        }

        return found;
    }

    private LiveEvidence Bodies()
    {
        DateTimeOffset since = new(governance.Today.AddDays(-HalfYear), TimeOnly.MinValue, TimeSpan.Zero);
        int held = governance.Meetings.Count(m => m.Value.State == MeetingState.Held && m.Value.At >= since);
        IReadOnlyList<Kept<Decision>> decisions = governance.Decisions;
        int late = decisions.Count(d => d.Value.IsLate(governance.Today)), followed = decisions.Count(d => d.Value.Effect is not null || d.Value.ReviewedOn is not null);
        return new(
            "structure.2", EvidenceLevels.OfBodies(governance.Bodies.Count, held, decisions.Count, late, followed),
            texts["KnowsBodies", show.Count(governance.Bodies.Count), show.Count(held), show.Count(decisions.Count), show.Count(late)], "/governance/decisions");
    }
}
