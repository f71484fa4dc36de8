using Tajriba.Experience.Indicators;
using Tajriba.Ui;

namespace Tajriba.Organization.Strategy.Map;

/// <summary>Targets as people type them: shares in percent, durations as durations, all else as numbers.</summary>
internal static class TargetText
{
    /// <summary>A target in the indicator's own unit, or null where the text is none.</summary>
    public static double? Read(IndicatorDefinition definition, string text, Read read) => definition.Measure switch
    {
        IndicatorMeasure.Percent => read.Percent(text),
        IndicatorMeasure.Duration => read.Duration(text)?.TotalSeconds,
        _ => (double?)read.Number(text),
    };

    /// <summary>A target as it can be typed again.</summary>
    public static string? Of(IndicatorDefinition definition, double? target, Show show) => target is not { } value ? null : definition.Measure switch
    {
        IndicatorMeasure.Percent => show.Percent(value),
        IndicatorMeasure.Duration => show.Seconds(value),
        _ => show.Number(value, IndicatorWords.Decimals(definition, value)),
    };
}
