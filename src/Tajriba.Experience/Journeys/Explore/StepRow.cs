using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>One step in the steps table.</summary>
/// <param name="Activity">Event name.</param>
/// <param name="Count">How often it happened.</param>
/// <param name="Cases">In how many journeys.</param>
/// <param name="CaseShare">Their share of the journeys shown (Wilson).</param>
/// <param name="MedianWaitSeconds">Median time since the step before; null where nothing ever came before.</param>
/// <param name="Rework">Share of its journeys in which it happened more than once (Wilson).</param>
/// <param name="Starts">Journeys that it began.</param>
/// <param name="Ends">Journeys that it ended.</param>
public sealed record StepRow(string Activity, long Count, int Cases, Estimate CaseShare, double? MedianWaitSeconds, Estimate Rework, int Starts, int Ends);
