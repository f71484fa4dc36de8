namespace Tajriba.Kernel.Access;

/// <summary>
/// The people of this house. During a request every method stays within what the person at hand may see and hand out;
/// outside one the house itself acts, unlimited.
/// </summary>
public interface IPeople
{
    /// <summary>People by user name.</summary>
    /// <param name="text">Part of a name, or null.</param>
    /// <param name="after">User name after which to go on, or null for the first page.</param>
    /// <param name="limit">1-500.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<PersonSummary>> ListAsync(string? text, string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>One person, or null where there is none or the person at hand may not know.</summary>
    Task<PersonSummary?> FindAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Whether the person at hand may change this one.</summary>
    Task<bool> MayManageAsync(long id, CancellationToken cancellationToken = default);

    Task<AddedPerson> AddAsync(PersonDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Replaces names, units and roles. Units and roles outside the sight of the person at hand stay as they are.</summary>
    Task<AccessRefusal?> ChangeAsync(long id, PersonDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Deactivating ends every session of the person at once.</summary>
    Task<AccessRefusal?> SetActiveAsync(long id, bool active, CancellationToken cancellationToken = default);

    /// <summary>Keeps how a person wants to read; only the person says so.</summary>
    Task<AccessRefusal?> SetPreferencesAsync(long id, ReaderPreferences preferences, CancellationToken cancellationToken = default);
}

/// <param name="Id">The new person, or 0.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record AddedPerson(long Id, AccessRefusal? Refusal);
