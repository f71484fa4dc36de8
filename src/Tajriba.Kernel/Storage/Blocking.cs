namespace Tajriba.Kernel.Storage;

/// <summary>Waits for a task where an interface leaves no other way.</summary>
public static class Blocking
{
    /// <summary>
    /// Blocks until the work is done. It runs apart from the caller's synchronization context: a page that renders has one
    /// of a single thread, and the work would wait for the very thread that waits for it.
    /// </summary>
    public static T Wait<T>(Func<Task<T>> work)
        => SynchronizationContext.Current is null ? work().GetAwaiter().GetResult() : Task.Run(work).GetAwaiter().GetResult();
}
