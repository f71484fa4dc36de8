namespace Tajriba.Kernel.Jobs;

/// <summary>Does background tasks of one kind. Registered by <c>services.AddBackgroundTaskHandler&lt;T&gt;()</c>.</summary>
public interface IBackgroundTaskHandler
{
    string Kind { get; }

    /// <summary>
    /// Does the work, from the handler's own checkpoint where <see cref="BackgroundTaskRun.Resumed"/>. Returning ends the
    /// task as done, an exception as failed. When the process stops, the token is cancelled and the task resumes with the
    /// next start.
    /// </summary>
    Task RunAsync(BackgroundTaskRun run, CancellationToken cancellationToken);
}
