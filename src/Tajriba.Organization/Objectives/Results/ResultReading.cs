using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;

namespace Tajriba.Organization.Objectives.Results;

/// <summary>How a key result stands.</summary>
/// <param name="Result">The key result.</param>
/// <param name="Definition">What measures it; null where somebody tells the value, or the indicator is gone.</param>
public sealed record ResultReading(KeyResult Result, IndicatorDefinition? Definition)
{
    /// <summary>The value now, with its interval where it measures itself; null where nothing is known.</summary>
    public IndicatorValue? Value { get; init; }

    /// <summary>Where it began; null where that is not known.</summary>
    public double? Baseline { get; init; }

    /// <summary>Where it is to be, in the unit of measure; null where that hangs on a baseline that is not known.</summary>
    public double? Goal { get; init; }

    /// <summary>Share of the way: 1 is the goal; below 0 and above 1 possible. Null where it is not known.</summary>
    public double? Progress { get; init; }

    public Standing Standing { get; init; }

    public Forecast? Forecast { get; init; }

    /// <summary>Week by week, where it measures itself.</summary>
    public IReadOnlyList<IndicatorPoint> Weeks { get; init; } = [];

    /// <summary>Values that were told, oldest first.</summary>
    public IReadOnlyList<(DateTimeOffset At, double Value)> Told { get; init; } = [];

    public bool LessIsBetter => Definition is { } definition ? !definition.HigherIsBetter : Result.LessIsBetter;

    /// <summary>Of one that is reached: whether chance alone might have put it there.</summary>
    public bool MayBeChance => Standing == Standing.Reached && Value is { Lower: { } lower, Upper: { } upper } && Goal is { } goal && (LessIsBetter ? upper > goal : lower < goal);
}
