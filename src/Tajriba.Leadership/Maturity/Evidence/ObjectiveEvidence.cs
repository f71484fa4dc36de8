using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Objectives;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>Whether strategic goals became objectives with figures, and whether these are reviewed.</summary>
internal sealed class ObjectiveEvidence(ObjectiveReader objectives, ICurrentPerson person, IStringLocalizer<MaturityTexts> texts, Show show) : IEvidenceSource
{
    public IReadOnlyCollection<string> Practices => ["cx-planning.2"];

    public async Task<IReadOnlyList<LiveEvidence>> LookAsync(CancellationToken cancellationToken)
    {
        if (!person.ScopeOf(ObjectivePermissions.View).IsEverything || objectives.CurrentCycle is not { } cycle)
        {
            return [];
        }

        int measured = (await objectives.TreeAsync(cancellationToken)).All.Count(o => o.Value.Cycle == cycle.Code && o.Results.Count > 0);
        int reviews = objectives.Reviews.Count(r => r.Value.Cycle == cycle.Code && r.Value.IsHeld);
        return [new("cx-planning.2", EvidenceLevels.OfGoals(measured, reviews), texts["KnowsGoals", show.Count(measured), show.Count(reviews)], "/objectives")];
    }
}
