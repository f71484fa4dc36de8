namespace Tajriba.Kernel.Access;

/// <summary>Sets passwords. Setting one ends every other session of the person at once.</summary>
public interface IPasswords
{
    /// <summary>Sets a password after checking the one before, which a person who never had one leaves empty.</summary>
    Task<AccessRefusal?> ChangeAsync(long personId, string? current, string? next, CancellationToken cancellationToken = default);

    /// <summary>Sets a password for somebody who has proved who they are in another way: by a one-time link.</summary>
    Task<AccessRefusal?> ResetAsync(long personId, string? next, CancellationToken cancellationToken = default);
}
