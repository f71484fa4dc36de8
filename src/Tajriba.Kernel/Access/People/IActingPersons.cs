namespace Tajriba.Kernel.Access;

/// <summary>
/// People for whom the house acts by itself: writes their digest, tells them of a signal. For jobs; a request asks only for those
/// whom its person works with on something that they may see, and answers for that itself.
/// </summary>
public interface IActingPersons
{
    /// <summary>The person as they stand now; null where there is none, or they may not sign in any more.</summary>
    Task<ActingPerson?> FindAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Those who hold a permission over a unit, the ones whose role holds nearest to it first, then by number.</summary>
    /// <param name="permission">Which.</param>
    /// <param name="unit">Code of the unit; null for the organization, over which only those hold it who hold it everywhere.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<PermissionHolder>> HoldersAsync(Permission permission, string? unit, CancellationToken cancellationToken = default);
}
