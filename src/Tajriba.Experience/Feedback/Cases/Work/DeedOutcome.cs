namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>What became of a deed; nothing was done where anything is said.</summary>
/// <param name="Fault">Why it cannot be done now.</param>
/// <param name="NotSent">Why no message can go out.</param>
/// <param name="Unread">What of the asking cannot be read, or does not exist.</param>
internal sealed record DeedOutcome(CaseFault? Fault = null, string? NotSent = null, string? Unread = null)
{
    public static DeedOutcome Done { get; } = new();

    /// <summary>The end of the name of the text that says why; null where it was done.</summary>
    public string? Wrong => Fault?.ToString() ?? (NotSent is not null ? "NotSent" : Unread is not null ? "what" : null);
}
