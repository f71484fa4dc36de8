namespace Tajriba.ProcessMining;

/// <summary>How to read a table (CSV or JSONL) as a log; what is null is guessed.</summary>
/// <param name="Case">The column of the case.</param>
/// <param name="Activity">The column of the activity.</param>
/// <param name="Time">The column of the time.</param>
/// <param name="Delimiter">The separator of a CSV file.</param>
/// <param name="SkipAttributes">Whether to read case, activity and time only.</param>
public sealed record ReadOptions(string? Case = null, string? Activity = null, string? Time = null, char? Delimiter = null, bool SkipAttributes = false);
