namespace Tajriba.Experience.Journeys.Explore;

/// <summary>What stands on the map's edges: how often, or how long.</summary>
public enum MapMetric
{
    Frequency,
    Median,
    P95,
    Mean,
}
