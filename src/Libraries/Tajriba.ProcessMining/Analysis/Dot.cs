namespace Tajriba.ProcessMining;

/// <summary>One event on a dotted chart.</summary>
/// <param name="Row">The case's row, 0 for the case that begins first.</param>
/// <param name="Time">Microseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Activity">The activity code.</param>
public readonly record struct Dot(int Row, long Time, int Activity);
