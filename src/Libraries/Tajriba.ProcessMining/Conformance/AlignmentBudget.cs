namespace Tajriba.ProcessMining.Conformance;

/// <summary>How much work alignments may take before a trace is answered with "unknown".</summary>
/// <param name="StatesPerTrace">Most states examined for one trace, at least 1; about 300 bytes each while the trace is worked on.</param>
/// <param name="Time">Most time for the whole log, measured by <paramref name="Clock"/>; null for no limit.</param>
/// <param name="Clock">The clock for <paramref name="Time"/>; needed only with it.</param>
public sealed record AlignmentBudget(int StatesPerTrace = 200_000, TimeSpan? Time = null, TimeProvider? Clock = null);
