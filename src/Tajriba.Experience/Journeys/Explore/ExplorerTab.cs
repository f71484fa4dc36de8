namespace Tajriba.Experience.Journeys.Explore;

/// <summary>What the explorer shows.</summary>
public enum ExplorerTab
{
    Map,
    Variants,
    Steps,
    Durations,
    Trend,
    Dotted,
}
