using Microsoft.Extensions.Localization;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>What indicators say: feedback answered within a day, promises kept, and whether there is a framework at all.</summary>
internal sealed class IndicatorEvidence(IndicatorReader indicators, IStringLocalizer<MaturityTexts> texts, Show show) : IEvidenceSource
{
    public IReadOnlyCollection<string> Practices => ["measurement.1", "measurement.2", "delivery.2"];

    public async Task<IReadOnlyList<LiveEvidence>> LookAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<IndicatorDefinition> all = await indicators.ListAsync(cancellationToken);
        if (all.Count == 0 && !indicators.Scope.IsEverything)
        {
            return [];
        }

        var found = new List<LiveEvidence> { new("measurement.1", EvidenceLevels.OfIndicators(all.Count), texts["KnowsIndicators", show.Count(all.Count)], "/indicators") };
        await AddAsync("feedback-answered-in-a-day", "measurement.2", "KnowsAnswered", EvidenceLevels.OfAnswered);
        await AddAsync("answer-promise-kept", "delivery.2", "KnowsPromises", EvidenceLevels.OfPromises);
        return found;

        async Task AddAsync(string key, string practice, string text, Func<double, int> level)
        {
            if (all.FirstOrDefault(d => d.Key == key) is { } definition
                && (await indicators.ReportAsync(definition, IndicatorState.Default, show.Reader.Calendar, cancellationToken)).Value is { IsEnough: true, Value: { } share, Count: var count })
            {
                found.Add(new(practice, level(share), texts[text, show.Percent(share), show.Count(count)], "/indicators/" + key));
            }
        }
    }
}
