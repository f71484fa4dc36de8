using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>Persons who hold everything everywhere; without one nobody could ever repair the house.</summary>
internal static class Administrators
{
    private const string Count =
        """
        SELECT COUNT(*) FROM access_persons a
        WHERE a.is_active = 1 AND EXISTS (
            SELECT 1 FROM access_grants g JOIN access_role_permissions p ON p.role_id = g.role_id
            WHERE g.person_id = a.id AND g.unit_id IS NULL AND p.permission = '*')
        """;

    public static async Task<bool> AnyAsync(DbTransaction transaction, CancellationToken cancellationToken)
        => await transaction.Command(Count).ScalarAsync<long?>(cancellationToken) > 0;

    /// <summary>Throws where a change has taken away the last one.</summary>
    public static async Task DemandKeptAsync(bool hadOne, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (hadOne && !await AnyAsync(transaction, cancellationToken))
        {
            throw new RefusedException(AccessRefusal.LastAdministrator);
        }
    }
}
