using Tajriba.Statistics;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>One way that journeys go.</summary>
/// <param name="Key">Names it in the address: sixteen hexadecimal digits, the same in every log.</param>
/// <param name="Steps">Event names in order.</param>
/// <param name="Cases">Journeys that went it.</param>
/// <param name="Share">Their share of the journeys shown (Wilson).</param>
/// <param name="MedianSeconds">Their median duration.</param>
/// <param name="Success">Share of the closed ones that succeeded (Wilson); null where there is no outcome or none is closed.</param>
public sealed record VariantRow(string Key, IReadOnlyList<string> Steps, int Cases, Estimate Share, double MedianSeconds, Estimate? Success);
