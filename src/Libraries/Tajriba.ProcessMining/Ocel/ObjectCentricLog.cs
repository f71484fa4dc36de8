namespace Tajriba.ProcessMining.Ocel;

/// <summary>
/// An object-centric event log after OCEL 2.0: events that concern many objects, objects whose attributes change over time,
/// relations between objects. Consistent once made: every reference leads somewhere, every value has its declared type.
/// </summary>
/// <remarks>Source: Berti et al., OCEL (Object-Centric Event Log) 2.0 Specification (2024).</remarks>
public sealed class ObjectCentricLog
{
    private readonly Dictionary<string, OcelObject> objects;

    /// <summary>Makes a log and checks it.</summary>
    /// <param name="eventTypes">Types of events.</param>
    /// <param name="objectTypes">Types of objects.</param>
    /// <param name="events">The events, in any order.</param>
    /// <param name="allObjects">The objects, in any order.</param>
    /// <exception cref="LogFormatException">Something is declared twice, refers to nothing or has the wrong type; the message says where and what.</exception>
    public ObjectCentricLog(
        IReadOnlyList<OcelType> eventTypes,
        IReadOnlyList<OcelType> objectTypes,
        IReadOnlyList<OcelEvent> events,
        IReadOnlyList<OcelObject> allObjects)
    {
        ArgumentNullException.ThrowIfNull(eventTypes);
        ArgumentNullException.ThrowIfNull(objectTypes);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(allObjects);
        EventTypes = eventTypes;
        ObjectTypes = objectTypes;
        Events = events;
        Objects = allObjects;
        objects = OcelValidation.Check(this);
    }

    /// <summary>The types of events.</summary>
    public IReadOnlyList<OcelType> EventTypes { get; }

    /// <summary>The types of objects.</summary>
    public IReadOnlyList<OcelType> ObjectTypes { get; }

    /// <summary>The events, in the order given.</summary>
    public IReadOnlyList<OcelEvent> Events { get; }

    /// <summary>The objects, in the order given.</summary>
    public IReadOnlyList<OcelObject> Objects { get; }

    /// <summary>The object of an id, or null.</summary>
    public OcelObject? Object(string id) => objects.GetValueOrDefault(id);

    /// <summary>The events by time; those of equal time in the order given.</summary>
    public IEnumerable<OcelEvent> EventsByTime() => Events.OrderBy(e => e.Time);

    /// <summary>The log as one object type sees it: each of its objects is a case of the events that concern it.</summary>
    /// <param name="objectType">A declared object type.</param>
    /// <exception cref="ArgumentException">The log has no such object type.</exception>
    public FlattenedLog Flatten(string objectType) => OcelFlattening.Flatten(this, objectType);
}
