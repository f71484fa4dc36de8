using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Statistics;

namespace Tajriba.Organization.Strategy.Links;

/// <summary>A link and what the figures say of it.</summary>
/// <param name="Link">What is believed.</param>
/// <param name="Verdict">What the figures say.</param>
public sealed record LinkReading(Link Link, LinkVerdict Verdict)
{
    /// <summary>The indicator of the cause; null where the link is not measured.</summary>
    public IndicatorDefinition? Cause { get; init; }

    /// <summary>The indicator of the effect.</summary>
    public IndicatorDefinition? Effect { get; init; }

    /// <summary>How both have moved together, at the strongest lag within the link's.</summary>
    public LaggedRelation? Relation { get; init; }

    /// <summary>How the cause moved over the days before the lag.</summary>
    public IndicatorChange? CauseChange { get; init; }

    /// <summary>How the effect moved since.</summary>
    public IndicatorChange? EffectChange { get; init; }

    /// <summary>Whether the figures speak against it.</summary>
    public bool IsContradicted => LinkCheck.IsContradicted(Verdict);
}
