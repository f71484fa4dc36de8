using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Insights;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>Whether what is known of customers is kept, and looked at again in time.</summary>
internal sealed class InsightEvidence(InsightReader insights, ICurrentPerson person, IStringLocalizer<MaturityTexts> texts, Show show) : IEvidenceSource
{
    public IReadOnlyCollection<string> Practices => ["knowledge.1"];

    public async Task<IReadOnlyList<LiveEvidence>> LookAsync(CancellationToken cancellationToken)
    {
        if (!person.ScopeOf(InsightsPermissions.View).IsEverything)
        {
            return [];
        }

        Insight[] held = [.. (await insights.ListAsync(cancellationToken)).Where(i => i.State == InsightState.Holds)];
        int current = held.Count(i => i.Content.ReviewOn >= show.Today);
        return [new("knowledge.1", EvidenceLevels.OfInsights(held.Length, held.Length == 0 ? 0 : (double)current / held.Length), texts["KnowsInsights", show.Count(held.Length), show.Count(current)], "/insights")];
    }
}
