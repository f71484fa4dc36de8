namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Something that waits for somebody in a case.</summary>
/// <param name="Code">Of the case.</param>
/// <param name="Unit">Its unit; null for the organization.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Since when.</param>
public sealed record CaseNotice(string Code, string? Unit, NoticeReason Reason, DateTimeOffset At);
