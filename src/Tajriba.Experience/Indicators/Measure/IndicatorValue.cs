namespace Tajriba.Experience.Indicators.Measure;

/// <summary>What an indicator measured, with what it does not know.</summary>
/// <param name="Count">Observations behind it; of a rate, what its events are counted against.</param>
/// <param name="Value">The value; null where there are none.</param>
/// <param name="Lower">Lower end of the 95% interval; null where the data allow none.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="IsEnough">Whether there are enough observations to show the value as one.</param>
/// <param name="Hits">Of a share or rate, what counted; of net shares, the high values.</param>
/// <param name="Lows">Of net shares, the low values.</param>
public sealed record IndicatorValue(long Count, double? Value, double? Lower, double? Upper, bool IsEnough, long? Hits = null, long? Lows = null)
{
    public static IndicatorValue None { get; } = new(0, null, null, null, false);
}
