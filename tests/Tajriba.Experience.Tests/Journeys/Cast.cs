using Tajriba.Experience.Journeys;
using Tajriba.Experience.Journeys.Explore;
using Tajriba.Experience.Journeys.Friction;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Experience.Journeys.Objects;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Tests.Journeys;

/// <summary>The cast of these tests: visits to a workshop.</summary>
internal static class Cast
{
    public static readonly DateTimeOffset Monday = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public static JourneyDefinition Visit { get; } = new()
    {
        Id = 1,
        Version = 1,
        Name = new LocalName("Visit"),
        ObjectType = "visit",
        StartEvents = ["book"],
        EndEvents = ["pay"],
        TimeoutDays = 10,
        Success = new SuccessRule(["pay"], "", ""),
        ContactEvents = ["call"],
    };

    public static NewEvent Event(string visit, string name, double hours, string? channel = null, string? unit = null, string? employee = null, string? attributes = null) => new()
    {
        Source = "test",
        Id = $"{visit} {name} {hours}",
        Name = name,
        Time = Monday.AddHours(hours),
        Objects = employee is null
            ? [new("visit", visit), new("customer", "of " + visit)]
            : [new("visit", visit), new("customer", "of " + visit), new("employee", employee)],
        Channel = channel,
        Unit = unit,
        Attributes = attributes,
    };

    public static InstanceLog Journeys(IEnumerable<NewEvent> events, JourneyDefinition? definition = null)
    {
        var log = new MemoryLog().Append(events);
        var used = definition ?? Visit;
        var objects = ObjectLogReader.CatchUp(log, ObjectLog.Empty(used.ObjectType), CancellationToken.None);
        return InstanceLog.Of(used, objects);
    }

    public static FrictionList Friction(IEnumerable<NewEvent> events, JourneyDefinition? definition = null)
        => FrictionAnalysis.Of(JourneyFilter.Apply(Journeys(events, definition), ExplorerState.Default, UnitScope.Everything));

    /// <summary>Each journey as text: steps with their hours, and how it stands.</summary>
    public static IReadOnlyList<string> Told(InstanceLog log)
        => [.. Enumerable.Range(0, log.Count).Select(i =>
        {
            var steps = Enumerable.Range(log.View.Starts[i], log.View.Ends[i] - log.View.Starts[i]).Select(p => $"{log.Activities[log.View.ActivityCodes[p]]}@{log.View.Times[p]}");
            return $"{string.Join(' ', steps)} {log.Endings[i]} {log.Success?[i]}";
        }).Order(StringComparer.Ordinal)];
}
