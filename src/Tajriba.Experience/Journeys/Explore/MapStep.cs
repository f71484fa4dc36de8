namespace Tajriba.Experience.Journeys.Explore;

/// <summary>A step on the map.</summary>
/// <param name="Activity">Code of the event name.</param>
/// <param name="Count">How often it happened.</param>
/// <param name="Cases">In how many journeys.</param>
public sealed record MapStep(int Activity, long Count, long Cases);
