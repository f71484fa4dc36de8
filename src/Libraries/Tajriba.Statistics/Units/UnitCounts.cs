namespace Tajriba.Statistics;

/// <summary>Successes out of trials of one unit.</summary>
/// <param name="Successes">0 to the trials.</param>
/// <param name="Trials">At least 1.</param>
public readonly record struct UnitCounts(long Successes, long Trials);
