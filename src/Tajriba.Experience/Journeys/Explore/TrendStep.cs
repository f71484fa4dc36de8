namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Length of a period in the trend.</summary>
public enum TrendStep
{
    Month,
    Week,
}
