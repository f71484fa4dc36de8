namespace Tajriba.ProcessMining;

/// <summary>An activity (a code into the log's activities) with a count.</summary>
/// <param name="Activity">The code.</param>
/// <param name="Count">Events or cases, as the list says.</param>
public readonly record struct ActivityCount(int Activity, long Count);
