namespace Tajriba.Kernel.Storage;

/// <summary>Locks that at most one process of all that share the database holds. A process that dies loses its locks.</summary>
public interface INodeLocks
{
    /// <summary>The lock, to be disposed, or null where somebody holds it.</summary>
    Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken cancellationToken = default);
}
