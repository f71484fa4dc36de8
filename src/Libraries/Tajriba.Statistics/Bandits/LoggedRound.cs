namespace Tajriba.Statistics;

/// <summary>One decision in a log.</summary>
/// <param name="Action">What was shown, 0-based.</param>
/// <param name="Position">Where it was shown, 0-based.</param>
/// <param name="Reward">What came of it, finite; 1 for a click.</param>
/// <param name="Propensity">Probability with which the logging policy showed it there, above 0 and at most 1.</param>
public readonly record struct LoggedRound(int Action, int Position, double Reward, double Propensity);
