namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Why something that was sent did not become an event. The names are stored.</summary>
public enum RefusalReason
{
    /// <summary>The body is not JSON, or not of the form that the call asks for.</summary>
    BadBody,

    /// <summary>The event is larger than one event may be.</summary>
    TooLarge,

    /// <summary>The item is not a JSON object.</summary>
    NotAnObject,

    /// <summary>Neither userId nor anonymousId.</summary>
    NoIdentity,

    /// <summary>A track call without the event's name.</summary>
    NoEventName,

    /// <summary>An item of a batch without a type, or of one that we do not know.</summary>
    UnknownType,

    /// <summary>A name or an id is longer than it may be.</summary>
    TooLong,

    /// <summary>What the log cannot keep as it is: broken encoding, NUL, half a surrogate pair, too deep; or data that are not what they say.</summary>
    BadContent,

    /// <summary>A member has a type from which no identity or name can be read.</summary>
    BadType,

    /// <summary>A batch of more events than one may hold.</summary>
    TooMany,

    /// <summary>An attribute that the format demands is missing, or one is not as the format demands.</summary>
    BadAttribute,

    /// <summary>No score, one that is no number, or one outside its scale.</summary>
    BadScore,

    /// <summary>A time that cannot be read.</summary>
    BadTime,

    /// <summary>A name of an event that is new, from a source that has used as many as it may.</summary>
    TooManyNames,
}
