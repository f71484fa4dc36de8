namespace Tajriba.Experience.Indicators.Measure;

/// <summary>The difference of two values of an indicator.</summary>
/// <param name="Difference">The later minus the earlier.</param>
/// <param name="Lower">Lower end of its 95% interval; null where there is none.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="P">Two-sided p value; null where it cannot be tested.</param>
public sealed record IndicatorChange(double Difference, double? Lower, double? Upper, double? P)
{
    /// <summary>Whether it is more than chance explains, at 5%.</summary>
    public bool IsReal => P < 0.05;
}
