namespace Tajriba.Statistics;

/// <summary>One stratum of a comparison: events out of all, with and without the exposure.</summary>
/// <param name="ExposedEvents">Events among the exposed.</param>
/// <param name="Exposed">All exposed.</param>
/// <param name="UnexposedEvents">Events among the unexposed.</param>
/// <param name="Unexposed">All unexposed.</param>
public readonly record struct StratumCounts(long ExposedEvents, long Exposed, long UnexposedEvents, long Unexposed);
