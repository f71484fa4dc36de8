using Tajriba.Experience.Indicators.Measure;

namespace Tajriba.Experience.Feedback.Problems;

/// <summary>By what it is seen whether a problem is mended.</summary>
/// <param name="Indicator">Key of the indicator.</param>
/// <param name="Unit">Code of the unit whose part of it counts; null for all.</param>
/// <param name="Channel">The channel whose part counts; null for all.</param>
/// <param name="Step">Length of the chart's periods.</param>
public sealed record ProblemMeasure(string Indicator, string? Unit = null, string? Channel = null, PeriodStep Step = PeriodStep.Week)
{
    /// <summary>The part of the indicator that counts.</summary>
    public IndicatorState State => new() { Unit = Unit, Channel = Channel, Step = Step };
}
