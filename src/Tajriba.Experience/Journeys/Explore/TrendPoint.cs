using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>The journeys that began in one period.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Began">Journeys that began in it.</param>
/// <param name="Complete">False where the period is not over, the log begins in it, or more than 5% of its journeys are still open: its figures will change.</param>
/// <param name="MedianSeconds">Median duration of the closed ones, with its interval; null where none is closed.</param>
/// <param name="Success">Share of the closed ones that succeeded (Wilson); null where there is no outcome or none is closed.</param>
public sealed record TrendPoint(DateOnly From, int Began, bool Complete, Estimate? MedianSeconds, Estimate? Success);
