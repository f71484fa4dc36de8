using Microsoft.Extensions.Localization;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Control;
using Tajriba.Ui;
using Tajriba.Ui.Drawings;

namespace Tajriba.Experience.Feedback.Problems.Look;

/// <summary>The control chart of a problem: what was before the fix, what came after it, and the limits between which nothing has changed.</summary>
internal static class ProblemDrawing
{
    private const double Hour = 3_600;

    public static ChartData Of(IndicatorDefinition definition, ControlChart chart, Problem problem, IndicatorWords names, IStringLocalizer<ProblemTexts> texts)
    {
        double scale = definition.Measure == IndicatorMeasure.Duration ? Hour : 1;
        DateOnly? on = problem.Fix?.On;
        IReadOnlyList<double?> Of(Func<ControlPoint, double?> part) => [.. chart.Points.Select(p => part(p) / scale)];
        var series = new List<ChartSeries>
        {
            new(texts["Before"], Of(p => on is null || p.To < on ? p.Value : null)),
            new(texts["Upper"], Of(p => p.Upper)) { Line = true, Tone = Tone.Neutral },
            new(texts["Centre"], Of(_ => chart.Centre)) { Line = true, Tone = Tone.Neutral },
            new(texts["Lower"], Of(p => p.Lower)) { Line = true, Tone = Tone.Neutral },
        };
        if (on is not null)
        {
            series.Insert(1, new(texts["After"], Of(p => p.To >= on ? p.Value : null)) { Tone = Tone.Good });
            if ((problem.Verdict ?? Verification.Of(chart, on.Value, definition.HigherIsBetter)).From is { } signal)
            {
                series.Add(new(texts["Signal"], Of(p => p.From == signal ? p.Value : null)) { Marks = true, Tone = Tone.Accent });
            }
        }

        return new(ChartKind.Line, [.. chart.Points.Select(p => names.Period(problem.Measure!.Step, p.From))], series)
        {
            Percent = definition.Measure == IndicatorMeasure.Percent,
            Decimals = IndicatorWords.Decimals(definition, chart.Centre),
            YTitle = definition.Measure == IndicatorMeasure.Duration ? texts["InHours"].Value : null,
        };
    }
}
