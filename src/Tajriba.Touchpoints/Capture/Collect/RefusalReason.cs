namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Why something that was sent did not become an event. The numbers are stored.</summary>
public enum RefusalReason
{
    None = 0,

    /// <summary>The body is not JSON, or not of the form that the call asks for.</summary>
    BadBody = 1,

    /// <summary>The event is larger than one event may be.</summary>
    TooLarge = 2,

    /// <summary>The item is not a JSON object.</summary>
    NotAnObject = 3,

    /// <summary>Neither userId nor anonymousId.</summary>
    NoIdentity = 4,

    /// <summary>A track call without the event's name.</summary>
    NoEventName = 5,

    /// <summary>An item of a batch without a type, or of one that we do not know.</summary>
    UnknownType = 6,

    /// <summary>A name or an id is longer than it may be.</summary>
    TooLong = 7,

    /// <summary>What the log cannot keep as it is: broken encoding, NUL, half a surrogate pair, too deep; or data that are not what they say.</summary>
    BadContent = 8,

    /// <summary>A member has a type from which no identity or name can be read.</summary>
    BadType = 9,

    /// <summary>A batch of more events than one may hold.</summary>
    TooMany = 10,

    /// <summary>An attribute that the format demands is missing, or one is not as the format demands.</summary>
    BadAttribute = 11,

    /// <summary>No score, one that is no number, or one outside its scale.</summary>
    BadScore = 12,

    /// <summary>A time that cannot be read.</summary>
    BadTime = 13,

    /// <summary>A name of an event that is new, from a source that has used as many as it may.</summary>
    TooManyNames = 14,
}
