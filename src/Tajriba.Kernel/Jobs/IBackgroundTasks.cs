using System.Data.Common;

namespace Tajriba.Kernel.Jobs;

/// <summary>Long-running work with progress that pages show; survives restarts.</summary>
public interface IBackgroundTasks
{
    /// <summary>Asks for a task; it starts soon after the commit, on any node that runs the web host.</summary>
    Task<long> AddAsync(DbTransaction transaction, string kind, string argument, CancellationToken cancellationToken = default);

    /// <summary>The same in a transaction of its own.</summary>
    Task<long> AddAsync(string kind, string argument, CancellationToken cancellationToken = default);

    Task<BackgroundTask?> FindAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Tasks of a kind (or all), newest first.</summary>
    Task<IReadOnlyList<BackgroundTask>> ListAsync(string? kind, int limit, CancellationToken cancellationToken = default);

    /// <summary>Asks a task to stop; false where it has ended or does not exist.</summary>
    Task<bool> CancelAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs a task here and now, for the command line, and returns it as it ended. Cancelling leaves it to be resumed.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another process is running it, or it has ended.</exception>
    Task<BackgroundTask> RunAsync(long id, IProgress<BackgroundTask>? progress = null, CancellationToken cancellationToken = default);
}
