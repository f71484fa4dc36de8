namespace Tajriba.Experience.Indicators;

/// <summary>The unit of measure in which an indicator is shown.</summary>
public enum IndicatorMeasure
{
    /// <summary>A share, 1 being everything.</summary>
    Percent,

    /// <summary>Points of a scale, as of a score.</summary>
    Points,

    /// <summary>A number of whatever was counted or measured.</summary>
    Number,

    /// <summary>Seconds, shown as a duration.</summary>
    Duration,
}
