namespace Tajriba.Kernel.Access;

/// <summary>Reads the audit trail, newest first. Refuses whoever may not see all of it.</summary>
public interface IAuditReader
{
    Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, int limit, CancellationToken cancellationToken = default);

    /// <summary>Actions that occur, in ordinal order.</summary>
    Task<IReadOnlyList<string>> ActionsAsync(CancellationToken cancellationToken = default);
}
