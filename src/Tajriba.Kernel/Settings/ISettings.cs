using System.Data.Common;

namespace Tajriba.Kernel.Settings;

/// <summary>Values that an administrator sets, kept in the database as JSON. Names are <c>room.name</c>.</summary>
public interface ISettings
{
    /// <summary>The value, or <paramref name="otherwise"/> where none was set or what was set is not a <typeparamref name="T"/> any more.</summary>
    Task<T> GetAsync<T>(string name, T otherwise, CancellationToken cancellationToken = default);

    /// <summary>The same as the transaction sees it, by its connection: whoever holds one must not wait for another.</summary>
    Task<T> GetAsync<T>(DbTransaction transaction, string name, T otherwise, CancellationToken cancellationToken = default);

    /// <summary>Sets a value within the transaction in which the caller also writes the audit trail.</summary>
    Task SetAsync<T>(DbTransaction transaction, string name, T value, CancellationToken cancellationToken = default);

    /// <summary>Takes a value back, so that the default holds again.</summary>
    Task ClearAsync(DbTransaction transaction, string name, CancellationToken cancellationToken = default);
}
