using Tajriba.Organization.Strategy.Directions;

namespace Tajriba.Organization.Strategy.Map;

/// <summary>What has to be reached for a strategy to come true.</summary>
/// <param name="Name">What is reached.</param>
/// <param name="Perspective">Key of the perspective in which it stands.</param>
/// <param name="Unit">Code of the unit to which it belongs; null for the organization.</param>
/// <param name="Meaning">What is true when it is reached.</param>
/// <param name="Owner">Id of the person who answers for it; null where nobody does.</param>
public sealed record Objective(string Name, string Perspective, string? Unit, string Meaning, long? Owner)
{
    /// <summary>The pillars that it carries, by <see cref="KeyOf"/>.</summary>
    public IReadOnlyList<string> Pillars { get; init; } = [];

    /// <summary>By what it is seen; null where nothing was named.</summary>
    public Gauge? Gauge { get; init; }

    /// <summary>How objectives name a pillar of either side: <c>Experience:P1</c>.</summary>
    public static string KeyOf(Side side, Pillar pillar) => $"{side}:{pillar.Code}";
}
