namespace Tajriba.Bench.Crash;

/// <summary>One kill and what was found after it.</summary>
/// <param name="Acknowledged">Events acknowledged so far.</param>
/// <param name="Ahead">Events in the log beyond those: stored, but the kill came before the answer; negative where some are lost.</param>
/// <param name="Undone">Writes and names that the disk forgot.</param>
/// <param name="ReadyAfter">Time from the start until it was ready again.</param>
/// <param name="Integrity">What the database says of itself.</param>
internal sealed record CrashRound(long Acknowledged, long Ahead, int Undone, TimeSpan ReadyAfter, string Integrity);
