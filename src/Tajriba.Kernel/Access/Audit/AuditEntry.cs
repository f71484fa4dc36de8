namespace Tajriba.Kernel.Access;

/// <summary>One line of the audit trail.</summary>
/// <param name="Id">Its place, ascending.</param>
/// <param name="At">When.</param>
/// <param name="PersonId">Who, or null for the house itself.</param>
/// <param name="PersonName">The person's name today.</param>
/// <param name="Action">What was done, <c>room.verb</c>.</param>
/// <param name="Subject">To what, <c>kind:id</c>.</param>
/// <param name="Details">JSON, or null.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, long? PersonId, string? PersonName, string Action, string Subject, string? Details);
