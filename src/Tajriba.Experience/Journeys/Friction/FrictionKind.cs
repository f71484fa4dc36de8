namespace Tajriba.Experience.Journeys.Friction;

/// <summary>The ways in which a journey can hurt that the log shows by itself.</summary>
public enum FrictionKind
{
    /// <summary>A step is done again.</summary>
    Rework,

    /// <summary>A wait between two steps is long against the journey's own norm.</summary>
    LongWait,

    /// <summary>The person is sent from A to B and back to A.</summary>
    PingPong,

    /// <summary>The person has to make contact again about the same thing.</summary>
    RepeatedContact,

    /// <summary>The journey stops at a step without success.</summary>
    DropOff,

    /// <summary>The request crosses more employees or units than is usual.</summary>
    HandoverLayers,
}
