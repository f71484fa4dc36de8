namespace Tajriba.Statistics;

/// <summary>The survival curve from one time until the next.</summary>
/// <param name="Time">A time at which something was seen, in the unit of the input.</param>
/// <param name="AtRisk">How many were still followed just before it.</param>
/// <param name="Events">Events at this time.</param>
/// <param name="Censored">How many were last seen at this time without an event.</param>
/// <param name="Survival">Share without an event after this time, 0 to 1.</param>
/// <param name="LogError">Greenwood's standard error of the logarithm of the survival; infinite once nobody is left.</param>
public sealed record SurvivalStep(double Time, int AtRisk, int Events, int Censored, double Survival, double LogError);
