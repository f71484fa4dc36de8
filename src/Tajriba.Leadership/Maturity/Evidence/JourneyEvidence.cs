using Microsoft.Extensions.Localization;
using Tajriba.Experience.Journeys;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>How many journeys are defined on what is recorded.</summary>
internal sealed class JourneyEvidence(JourneyReader journeys, IStringLocalizer<MaturityTexts> texts, Show show) : IEvidenceSource
{
    public IReadOnlyCollection<string> Practices => ["journey-mapping.1"];

    public async Task<IReadOnlyList<LiveEvidence>> LookAsync(CancellationToken cancellationToken)
    {
        int count = (await journeys.ListAsync(cancellationToken)).Count;
        return count == 0 && !journeys.Scope.IsEverything ? [] : [new("journey-mapping.1", EvidenceLevels.OfJourneys(count), texts["KnowsJourneys", show.Count(count)], "/journeys")];
    }
}
