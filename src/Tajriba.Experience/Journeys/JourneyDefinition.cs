using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Journeys;

/// <summary>How one journey is cut out of the experience log. A definition is never changed: a change is its next version.</summary>
public sealed record JourneyDefinition
{
    /// <summary>0 before it is saved for the first time.</summary>
    public long Id { get; init; }

    /// <summary>1 for the first; together with <see cref="Id"/> it names this text for ever.</summary>
    public int Version { get; init; }

    public required LocalName Name { get; init; }

    /// <summary>Object type that serves as the case notion (<c>customer</c>, <c>case</c>, <c>employee</c>, ...).</summary>
    public required string ObjectType { get; init; }

    /// <summary>Names of the events that belong; empty where all of the object's events do.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>
    /// Whether the whole life of an object is one journey, as that of an order or a loan is. Its start and end events and its
    /// time-out then judge the journey and do not cut it.
    /// </summary>
    public bool OnePerObject { get; init; }

    /// <summary>Events that begin a journey; empty where any event does.</summary>
    public IReadOnlyList<string> StartEvents { get; init; } = [];

    /// <summary>Events that end a journey; empty where only time-out does.</summary>
    public IReadOnlyList<string> EndEvents { get; init; } = [];

    /// <summary>Whether a start event begins a new journey while one is open; otherwise it is a step of that one.</summary>
    public bool StartsAnew { get; init; }

    /// <summary>Days without an event after which a journey counts as left; null for never.</summary>
    public int? TimeoutDays { get; init; }

    public SuccessRule? Success { get; init; }

    /// <summary>Attributes by whose first value journeys are stratified when outcomes are compared; at most three.</summary>
    public IReadOnlyList<string> Confounders { get; init; } = [];

    /// <summary>Events by which a person makes contact; repeated contact is looked for among them. Empty where it is not looked for.</summary>
    public IReadOnlyList<string> ContactEvents { get; init; } = [];

    /// <summary>Attribute that says what a contact is about, or empty where the event's name does.</summary>
    public string SubjectAttribute { get; init; } = "";

    /// <summary>Days within which a second contact about the same thing counts as repeated, 1-365.</summary>
    public int RepeatDays { get; init; } = 7;

    /// <summary>Code of the unit that owns the definition; null for the whole organization.</summary>
    public string? Unit { get; init; }
}
