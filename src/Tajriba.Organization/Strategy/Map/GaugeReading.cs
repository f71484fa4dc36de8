using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;

namespace Tajriba.Organization.Strategy.Map;

/// <summary>What the indicator of an objective says.</summary>
/// <param name="Gauge">By what it is seen.</param>
/// <param name="Definition">The indicator.</param>
/// <param name="Report">Its last days.</param>
public sealed record GaugeReading(Gauge Gauge, IndicatorDefinition Definition, IndicatorReport Report)
{
    /// <summary>What it should reach, or null.</summary>
    public double? Target => Gauge.Target ?? Definition.Target;

    public GaugeStatus Status => StatusOf(Report.Value, Target, Definition.HigherIsBetter);

    /// <summary>How far a value is from a target.</summary>
    public static GaugeStatus StatusOf(IndicatorValue value, double? target, bool higherIsBetter)
    {
        if (value is not { IsEnough: true, Value: { } at })
        {
            return GaugeStatus.TooThin;
        }

        if (target is not { } wanted)
        {
            return GaugeStatus.NoTarget;
        }

        (double worst, double best) = higherIsBetter ? (value.Lower ?? at, value.Upper ?? at) : (-(value.Upper ?? at), -(value.Lower ?? at));
        double aim = higherIsBetter ? wanted : -wanted;
        return worst >= aim ? GaugeStatus.Reached : best < aim ? GaugeStatus.Short : GaugeStatus.Near;
    }
}
