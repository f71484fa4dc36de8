namespace Tajriba.Kernel.Access;

/// <summary>The roles of this house.</summary>
public interface IRoles
{
    Task<IReadOnlyList<Role>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a role, or replaces the names and permissions of one that is not built in.</summary>
    Task<AccessRefusal?> SaveAsync(string code, LocalName name, IReadOnlyList<string> permissions, CancellationToken cancellationToken = default);
}
