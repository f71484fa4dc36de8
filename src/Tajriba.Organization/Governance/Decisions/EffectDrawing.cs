using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Ui.Drawings;

namespace Tajriba.Organization.Governance.Decisions;

/// <summary>The periods before and since a day, each in its own tone.</summary>
internal static class EffectDrawing
{
    public static ChartData Of(IndicatorDefinition definition, IndicatorReport trend, DateOnly from, string before, string after, IndicatorWords words)
    {
        double scale = IndicatorWords.ScaleOf(definition, trend);
        IReadOnlyList<double?> Values(Func<IndicatorPoint, bool> shown) => [.. trend.Points.Select(p => shown(p) && p.Value.IsEnough ? p.Value.Value / scale : null)];
        PeriodStep step = trend.Points.Count > 1 && trend.Points[0].To == trend.Points[0].From ? PeriodStep.Day : PeriodStep.Week;
        return new(
            ChartKind.Line,
            [.. trend.Points.Select(p => words.Period(step, p.From))],
            [new(before, Values(p => p.To < from)), new(after, Values(p => p.From >= from)) { Tone = Tajriba.Ui.Tone.Good }])
        {
            Percent = definition.Measure == IndicatorMeasure.Percent,
            Decimals = IndicatorWords.Decimals(definition, trend.Value.Value ?? 0),
            YTitle = words.ScaleName(definition, trend),
        };
    }
}
