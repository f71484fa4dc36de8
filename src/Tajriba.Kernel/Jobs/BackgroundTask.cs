namespace Tajriba.Kernel.Jobs;

/// <summary>A piece of long-running work and how far it is.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">Which <see cref="IBackgroundTaskHandler"/> does it.</param>
/// <param name="Argument">What the handler was given, normally JSON.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all, or null while unknown.</param>
/// <param name="Rate">Units per second of late; 0 where nothing is known yet.</param>
/// <param name="Message">What it is at, in the handler's words or code.</param>
/// <param name="Created">When it was asked for.</param>
/// <param name="Started">When it started last.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Error">Why it failed.</param>
public sealed record BackgroundTask(
    long Id,
    string Kind,
    string Argument,
    BackgroundTaskState State,
    long Done,
    long? Total,
    double Rate,
    string? Message,
    DateTimeOffset Created,
    DateTimeOffset? Started,
    DateTimeOffset? Ended,
    string? Error)
{
    /// <summary>Time left at the present rate, or null where it cannot be told.</summary>
    public TimeSpan? Remaining
        => State == BackgroundTaskState.Running && Rate > 0 && Total is { } total ? TimeSpan.FromSeconds(Math.Max(0, total - Done) / Rate) : null;

    /// <summary>True where nothing more will happen.</summary>
    public bool HasEnded => State is BackgroundTaskState.Done or BackgroundTaskState.Failed or BackgroundTaskState.Cancelled;
}
