namespace Tajriba.Experience.Indicators.Measure;

/// <summary>Length of the periods of a trend.</summary>
public enum PeriodStep
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
}
