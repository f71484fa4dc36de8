namespace Tajriba.Kernel.Jobs;

/// <summary>One run of a background task, as its handler sees it.</summary>
public sealed class BackgroundTaskRun
{
    private readonly Lock gate = new();
    private BackgroundTaskProgress progress;

    internal BackgroundTaskRun(BackgroundTask task)
    {
        Id = task.Id;
        Argument = task.Argument;
        Resumed = task.State == BackgroundTaskState.Running;
        progress = new(task.Done, task.Total, task.Message);
    }

    public long Id { get; }

    public string Argument { get; }

    /// <summary>True where an earlier run of the same task was cut off.</summary>
    public bool Resumed { get; }

    internal BackgroundTaskProgress Progress
    {
        get
        {
            lock (gate)
            {
                return progress;
            }
        }
    }

    /// <summary>Tells how far the work is. Cheap: may be called often, is written about once a second.</summary>
    /// <param name="done">Units done so far, in all runs.</param>
    /// <param name="total">Units in all, or null while unknown.</param>
    /// <param name="message">What it is at.</param>
    public void Report(long done, long? total = null, string? message = null)
    {
        lock (gate)
        {
            progress = new(done, total, message);
        }
    }
}

/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all, or null while unknown.</param>
/// <param name="Message">What it is at.</param>
internal readonly record struct BackgroundTaskProgress(long Done, long? Total, string? Message);
