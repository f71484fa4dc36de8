using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Organization.Processes.Relations;
using Tajriba.Organization.Strategy.Map;
using Tajriba.Ui;

namespace Tajriba.Organization.Strategy.Links;

/// <summary>Reads what figures say of links, for whoever may see them.</summary>
public sealed class LinkReader(IndicatorReader indicators, RelationReader relations, GaugeReader gauges, Show show)
{
    /// <summary>Days on either side of a movement.</summary>
    public const int Days = 90;

    private const int DaysOfMonth = 30;

    /// <summary>What the figures say of a link between two objectives.</summary>
    public async Task<LinkReading> OfAsync(Link link, Objective cause, Objective effect, CancellationToken cancellationToken = default)
    {
        if (await gauges.DefinitionAsync(cause.Gauge, cancellationToken) is not { } first || await gauges.DefinitionAsync(effect.Gauge, cancellationToken) is not { } second
            || await relations.OfAsync(first.Key, second.Key, cancellationToken) is not { } relation)
        {
            return new(link, LinkVerdict.Unmeasured);
        }

        // Of some indicators the last days are not over; both windows end where both are.
        DateOnly last = new[] { first, second }.Min(d => indicators.Days(d, IndicatorState.Default).To);
        IndicatorChange? causeChange = await ChangeAsync(first, cause.Gauge!, last.AddDays(-DaysOfMonth * link.Lag), cancellationToken);
        IndicatorChange? effectChange = await ChangeAsync(second, effect.Gauge!, last, cancellationToken);
        var strongest = LinkCheck.Within(relation.Lags, link.Lag);
        return new(link, LinkCheck.Of(strongest, causeChange, effectChange, first.HigherIsBetter == second.HigherIsBetter))
        {
            Cause = first,
            Effect = second,
            Relation = strongest,
            CauseChange = causeChange,
            EffectChange = effectChange,
        };
    }

    private async Task<IndicatorChange?> ChangeAsync(IndicatorDefinition definition, Gauge gauge, DateOnly last, CancellationToken cancellationToken)
        => (await indicators.ReportAsync(definition, new() { From = last.AddDays(1 - Days), To = last, Unit = gauge.Unit, Step = PeriodStep.Month }, show.Reader.Calendar, cancellationToken)).Change;
}
