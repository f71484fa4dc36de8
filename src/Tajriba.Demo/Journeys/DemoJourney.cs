using Tajriba.Demo.Story;
using Tajriba.Kernel.Access;

namespace Tajriba.Demo.Journeys;

/// <summary>A journey that the demo defines for its reader.</summary>
public sealed record DemoJourney
{
    /// <summary>Stable short name (<c>service-visit</c>).</summary>
    public required string Code { get; init; }

    public required LocalName Name { get; init; }

    /// <summary>Object type that serves as the case notion.</summary>
    public required ObjectKind ObjectKind { get; init; }

    /// <summary>Events that belong.</summary>
    public required IReadOnlyList<EventKind> Events { get; init; }

    public required IReadOnlyList<EventKind> StartEvents { get; init; }

    public required IReadOnlyList<EventKind> EndEvents { get; init; }

    /// <summary>Days without an event after which a journey counts as left.</summary>
    public required int TimeoutDays { get; init; }

    /// <summary>Events of which any means success; empty where no outcome is defined.</summary>
    public IReadOnlyList<EventKind> SuccessEvents { get; init; } = [];

    /// <summary>Attributes by whose first value journeys are stratified.</summary>
    public IReadOnlyList<string> Confounders { get; init; } = [];

    /// <summary>Events by which a customer makes contact.</summary>
    public IReadOnlyList<EventKind> ContactEvents { get; init; } = [];

    /// <summary>Days within which a second contact counts as repeated.</summary>
    public int RepeatDays { get; init; } = 7;
}
