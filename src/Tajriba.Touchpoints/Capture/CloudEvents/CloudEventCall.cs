namespace Tajriba.Touchpoints.Capture.CloudEvents;

/// <summary>
/// How CloudEvents were sent: in which mode, and what their subjects are. As text it is what a refused one is kept under, so
/// that telling it again reads it as it was meant.
/// </summary>
/// <param name="Mode">The content mode.</param>
/// <param name="SubjectType">Object type of the subjects (<c>customer</c> unless the sender's address says otherwise).</param>
internal sealed record CloudEventCall(CloudEventMode Mode, string SubjectType)
{
    public const string Customer = "customer";

    private const string Name = "cloudevents";
    private const string Subject = "?subject=";

    /// <summary>Reads a call's text; null where it is of another kind.</summary>
    public static CloudEventCall? Parse(string call)
    {
        int at = call.IndexOf(Subject, StringComparison.Ordinal);
        (string mode, string subject) = at < 0 ? (call, Customer) : (call[..at], call[(at + Subject.Length)..]);
        return mode switch
        {
            Name => new CloudEventCall(CloudEventMode.Structured, subject),
            Name + "-binary" => new CloudEventCall(CloudEventMode.Binary, subject),
            Name + "-batch" => new CloudEventCall(CloudEventMode.Batch, subject),
            _ => null,
        };
    }

    public override string ToString() =>
        Mode switch { CloudEventMode.Binary => Name + "-binary", CloudEventMode.Batch => Name + "-batch", _ => Name }
        + (SubjectType == Customer ? "" : Subject + SubjectType);
}
