namespace Tajriba.Experience.Journeys.Explore;

/// <summary>A way from one step to the next.</summary>
/// <param name="From">Code of the earlier event name, or <see cref="JourneyMap.Start"/>.</param>
/// <param name="To">Code of the later one, or <see cref="JourneyMap.End"/>.</param>
/// <param name="Count">How often it was gone.</param>
/// <param name="Microseconds">How long it took by the metric asked for; null where the metric is frequency, and at start and end.</param>
public sealed record MapWay(int From, int To, long Count, double? Microseconds);
