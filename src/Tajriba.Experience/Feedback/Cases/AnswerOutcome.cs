namespace Tajriba.Experience.Feedback.Cases;

/// <summary>What became of an answer to a customer.</summary>
/// <param name="Fault">Why it could not be given; null where it was.</param>
/// <param name="NotSent">Why no message carries it, one of <see cref="Touchpoints.Channels.Messages.SuppressionReasons"/>; then nothing was done.</param>
public sealed record AnswerOutcome(CaseFault? Fault, string? NotSent = null);
