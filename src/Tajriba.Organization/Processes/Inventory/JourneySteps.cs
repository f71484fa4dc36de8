using Tajriba.Experience.Journeys;

namespace Tajriba.Organization.Processes.Inventory;

/// <summary>The events by which a journey is known.</summary>
internal static class JourneySteps
{
    public static IReadOnlyList<string> Of(JourneyDefinition journey) => [.. journey.StartEvents.Concat(journey.Events).Concat(journey.EndEvents).Distinct(StringComparer.Ordinal)];
}
