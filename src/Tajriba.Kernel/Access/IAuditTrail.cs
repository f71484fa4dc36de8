using System.Data.Common;

namespace Tajriba.Kernel.Access;

/// <summary>Who changed what. Written in the transaction of the change itself, never updated or deleted.</summary>
public interface IAuditTrail
{
    /// <summary>Records one change by the current person (or the system, outside a request).</summary>
    /// <param name="transaction">The change's own transaction.</param>
    /// <param name="action">What was done, <c>room.verb</c>.</param>
    /// <param name="subject">What it was done to, <c>kind:id</c>. Never a name, address or other personal value.</param>
    /// <param name="details">Optional JSON with what changed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task RecordAsync(DbTransaction transaction, string action, string subject, string? details = null, CancellationToken cancellationToken = default);
}
