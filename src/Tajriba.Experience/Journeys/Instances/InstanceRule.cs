using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Instances;

/// <summary>What a definition says about where journeys begin and end.</summary>
public static class InstanceRule
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>The rule by which an object's events are cut.</summary>
    public static JourneyRule Of(JourneyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        IReadOnlyList<string>? belonging = definition.Events.Count == 0 ? null : [.. definition.Events.Union(definition.StartEvents).Union(definition.EndEvents)];
        return definition.OnePerObject ? new JourneyRule(belonging) : new JourneyRule(
            belonging,
            definition.StartEvents.Count == 0 ? null : definition.StartEvents,
            definition.EndEvents.Count == 0 ? null : definition.EndEvents,
            definition.TimeoutDays * MicrosecondsPerDay,
            definition.StartsAnew);
    }

    /// <summary>How a journey stands at a moment: what is open for longer than the time-out counts as left.</summary>
    /// <param name="definition">The journey's definition.</param>
    /// <param name="end">How the cut ended it.</param>
    /// <param name="lastTime">Time of its last event, microseconds since 1970.</param>
    /// <param name="now">The moment.</param>
    public static InstanceEnding EndingOf(JourneyDefinition definition, JourneyEnd end, long lastTime, long now)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return end switch
        {
            JourneyEnd.Closed => InstanceEnding.Ended,
            JourneyEnd.Open when definition.TimeoutDays is not { } days || now - lastTime <= days * MicrosecondsPerDay => InstanceEnding.Open,
            _ => InstanceEnding.Left,
        };
    }
}
