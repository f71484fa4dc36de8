using Tajriba.Experience.Indicators.Measure;
using Tajriba.Statistics;

namespace Tajriba.Organization.Governance.Decisions;

/// <summary>Figures before and after, as programs read them: every value with its 95% interval and its number of observations.</summary>
public static class EffectAnswer
{
    /// <summary>What an indicator says of an effect; null where nothing was named or the figure is not the caller's to see.</summary>
    public static object? Of(EffectReading? reading) => reading is null ? null : new
    {
        indicator = reading.Effect.Indicator,
        unit = reading.Effect.Unit,
        from = reading.Effect.From,
        days = reading.Days,
        higherIsBetter = reading.Definition.HigherIsBetter,
        before = Of(reading.Report?.Before),
        after = Of(reading.Report?.Value),
        change = Of(reading.Report?.Change),
    };

    public static object? Of(IndicatorValue? value) => value is null ? null : new { value = value.IsEnough ? value.Value : null, lower = value.IsEnough ? value.Lower : null, upper = value.IsEnough ? value.Upper : null, count = value.Count };

    public static object? Of(IndicatorChange? change) => change is null ? null : new { difference = change.Difference, lower = change.Lower, upper = change.Upper, p = change.P, isReal = change.IsReal };

    public static object? Of(Estimate? estimate) => estimate is { } e ? new { value = e.Value, lower = e.Lower, upper = e.Upper } : null;
}
