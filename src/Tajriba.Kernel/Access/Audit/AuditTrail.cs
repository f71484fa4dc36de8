using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

internal sealed class AuditTrail(ICurrentPerson person, TimeProvider time) : IAuditTrail
{
    public Task RecordAsync(DbTransaction transaction, string action, string subject, string? details = null, CancellationToken cancellationToken = default)
        => RecordAsync(transaction, person.IsSignedIn ? person.Id : null, action, subject, details, cancellationToken);

    /// <summary>Records on behalf of somebody who is only just signing in.</summary>
    public Task RecordAsync(DbTransaction transaction, long? personId, string action, string subject, string? details, CancellationToken cancellationToken)
        => transaction.Command(
            "INSERT INTO access_audit_entries (at, person_id, action, subject, details) VALUES (@at, @person, @action, @subject, @details)",
            ("at", Microseconds.Of(time.GetUtcNow())), ("person", personId), ("action", action), ("subject", subject), ("details", details))
            .RunAsync(cancellationToken);
}
