namespace Tajriba.Touchpoints.Insights;

/// <summary>A decision that rests on an insight, and the last that was seen of its effect.</summary>
/// <param name="Number">From 1, in the order in which they were taken.</param>
/// <param name="Taken">What was decided.</param>
/// <param name="Effect">What came of it; null while nobody has looked.</param>
public sealed record InsightDecision(int Number, InsightMoment.Decided Taken, InsightMoment.Seen? Effect);
