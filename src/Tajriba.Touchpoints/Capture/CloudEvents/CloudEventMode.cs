namespace Tajriba.Touchpoints.Capture.CloudEvents;

/// <summary>Content modes of the HTTP protocol binding.</summary>
internal enum CloudEventMode
{
    /// <summary>Attributes in <c>ce-</c> headers, the data in the body.</summary>
    Binary,

    /// <summary>One event in its JSON format.</summary>
    Structured,

    /// <summary>A JSON array of them.</summary>
    Batch,
}
