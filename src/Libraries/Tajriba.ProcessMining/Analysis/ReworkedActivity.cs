namespace Tajriba.ProcessMining;

/// <summary>An activity that some cases do more than once.</summary>
/// <param name="Activity">The code.</param>
/// <param name="Cases">Cases in which it occurs more than once.</param>
/// <param name="Repeats">Occurrences beyond the first, over all cases.</param>
public readonly record struct ReworkedActivity(int Activity, long Cases, long Repeats);
