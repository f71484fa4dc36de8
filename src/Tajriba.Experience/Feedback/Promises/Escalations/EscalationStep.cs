namespace Tajriba.Experience.Feedback.Promises.Escalations;

/// <summary>What happens when a share of the promised time is used up.</summary>
/// <param name="Share">0.8 is four fifths of it, 1 its end, 2 twice as long.</param>
/// <param name="To">Who is told.</param>
/// <param name="Raises">Whether the case becomes one priority more urgent.</param>
public sealed record EscalationStep(double Share, EscalationTo To, bool Raises);
